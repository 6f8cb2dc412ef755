using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.IR.Operators;
using static CompileModel.Tests.Operators.Evaluate;

namespace CompileModel.Tests.Operators;

/// <summary>Recurrent operators on one state and weights that make the numbers easy; ../Compiled/RecurrentCases.cs compares all variants with ONNX Runtime.</summary>
public sealed class RecurrentOperatorTests
{
    private static readonly Expression Same = Expression.Identity, Half = Same.Then(new Affine(0, 0.5f)), Double = Same.Then(new Affine(2, 0));

    [Fact]
    public void RnnAddsTheStateToTheInput()
    {
        // h = x + h, from the first step or from the last.
        Expect(new RNN(RecurrentDirection.Forward, Same, Same, 0, false), F([3, 1, 1, 1], 1, 3, 6), F([3, 1, 1], 1, 2, 3), F([1, 1, 1], 1), F([1, 1, 1], 1));
        Expect(new RNN(RecurrentDirection.Reverse, Same, Same, 0, false), F([3, 1, 1, 1], 6, 5, 3), F([3, 1, 1], 1, 2, 3), F([1, 1, 1], 1), F([1, 1, 1], 1));
        Expect(new RNN(RecurrentDirection.Bidirectional, Same, Double, 0, true), F([1, 2, 2, 1], 1, 10, 3, 4), F([1, 2, 1], 1, 2), F([2, 1, 1], 1, 1), F([2, 1, 1], 1, 1));
        Expect(new RNN(RecurrentDirection.Forward, Same, Same, 2.5f, false), F([3, 1, 1, 1], 1, 2.5f, 2.5f), F([3, 1, 1], 1, 2, 3), F([1, 1, 1], 1), F([1, 1, 1], 1));
    }

    [Fact]
    public void SequencesEndWhereTheirLengthSays()
    {
        var op = new RNN(RecurrentDirection.Reverse, Same, Same, 0, false);
        Tensor?[] inputs = [F([3, 2, 1], 1, 10, 2, 20, 3, 30), F([1, 1, 1], 1), F([1, 1, 1], 1), null, Tensor.From<int>(ElementType.Int32, Shape.Of(2), [3, 2])];
        var results = Reference.Evaluators.Evaluate(op, inputs, op.Infer(new InferenceContext([.. inputs.Select(t => t?.Type)], inputs, 2)));
        Assert.Equal([6, 30, 5, 20, 3, 0], results[0].Span<float>().ToArray());
        Assert.Equal([6, 30], results[1].Span<float>().ToArray());
    }

    [Fact]
    public void GruMixesStateAndCandidate()
    {
        // Gates are 1/2: the candidate x + h / 2 (or x + (h + bias) / 2), half of it, half of the state.
        foreach (bool linear in (bool[])[false, true])
        {
            var op = new GRU(RecurrentDirection.Forward, Half, Same, Half, Same, 0, linear, false);
            Tensor?[] weights = [F([1, 3, 1], 0, 0, 1), F([1, 3, 1], 0, 0, 1)];
            Expect(op, F([2, 1, 1, 1], 4, 7), [F([2, 1, 1], 5, 8), .. weights, null, null, F([1, 1, 1], 2)]);
            if (linear) Expect(op, F([1, 1, 1, 1], 5), [F([1, 1, 1], 5), .. weights, F([1, 6], 0, 0, 0, 0, 0, 4), null, F([1, 1, 1], 2)]);
        }
    }

    [Fact]
    public void LstmCarriesACell()
    {
        // Gates are 1/2: c = (c + candidate) / 2, h = 2 c / 2.
        var op = new LSTM(RecurrentDirection.Forward, Half, Same, Double, Same, Same, Same, 0, false, false);
        Tensor?[] operands = [F([2, 1, 1], 2, 8), F([1, 4, 1], 0, 0, 0, 1), F([1, 4, 1], 0, 0, 0, 1), null, null, F([1, 1, 1], 0), F([1, 1, 1], 4)];
        Expect(op, F([2, 1, 1, 1], 3, 7), operands);
        Expect(op with { InputForget = true }, F([2, 1, 1, 1], 3, 7), operands);
        // With peepholes: gates 2 c + x of the gate: i = 1, f = 0, o = the new cell.
        var seeing = new LSTM(RecurrentDirection.Forward, Same, Same, Same, Same, Same, Same, 0, false, false);
        Expect(seeing, F([1, 1, 1, 1], 9), F([1, 1, 1], 3), F([1, 4, 1], 0, 0, 0, 1), F([1, 4, 1], 0, 0, 0, 0), null, null, F([1, 1, 1], 0), F([1, 1, 1], 1), F([1, 3], 1, 1, 0));
    }

    [Fact]
    public void WeightsMustFit()
    {
        var x = new TensorType(ElementType.Float32, Shape.Of(2, 1, 3));
        Rejects(DiagnosticCodes.ShapeMismatch, new RNN(RecurrentDirection.Forward, Same, Same, 0, false), x, new(ElementType.Float32, Shape.Of(1, 4, 3)), new(ElementType.Float32, Shape.Of(1, 5, 5)));
        Rejects(DiagnosticCodes.ShapeMismatch, new Recurrence(RecurrentCell.Gru, false, Same, Same, Same, 0, false, false, false), x, new(ElementType.Float32, Shape.Of(3, 1, 1)), new(ElementType.Float32, Shape.Of(2, 1)));
    }
}
