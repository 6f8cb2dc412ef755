using CompileModel.IR;
using CompileModel.IR.Operators;
using static CompileModel.Tests.Operators.Evaluate;

namespace CompileModel.Tests.Operators;

/// <summary>Sequences and optionals resolve to tensors.</summary>
public sealed class SequenceOperatorTests
{
    [Fact]
    public void ItemsAreFoundAgain()
    {
        var g = new ImportedGraph();
        Value a = g.Input(F(1)), b = g.Input(F(2, 3)), c = g.Input(F(4));
        var sequence = g.Add(new SequenceInsert(), g.Add(new SequenceConstruct(), a, b), c, g.Constant(Scalar(-1)));
        Equal(g.Run(sequence), F(1), F(4), F(2, 3));
        Equal(g.Run(g.Add(new SequenceAt(), sequence, g.Constant(Scalar(-1)))), F(2, 3));
        Equal(g.Run(g.Add(new SequenceErase(), sequence, g.Constant(Scalar(0)))), F(4), F(2, 3));
        Equal(g.Run(g.Add(new SequenceErase(), sequence)), F(1), F(4));
        Equal(g.Run(g.Add(new SequenceLength(), sequence)), Scalar(3));
        g.Refused("axis 3 is outside of rank 3", g.Add(new SequenceAt(), sequence, g.Constant(Scalar(3))));
    }

    [Fact]
    public void APositionOfTheRunChoosesAmongEqualTypes()
    {
        var g = new ImportedGraph();
        var position = g.Input(Scalar(-2));
        Value a = g.Input(F(1, 2)), b = g.Input(F(3, 4)), c = g.Input(F(5));
        Equal(g.Run(g.Add(new SequenceAt(), g.Add(new SequenceConstruct(), a, b), position)), F(1, 2));
        g.Refused("must choose among tensors of one type", g.Add(new SequenceAt(), g.Add(new SequenceConstruct(), a, c), position));
        g.Refused("must be known at compile time", g.Add(new SequenceErase(), g.Add(new SequenceConstruct(), a, b), position));
    }

    [Fact]
    public void PartsOfATensor()
    {
        var g = new ImportedGraph();
        var x = g.Input(Count(3, 2));
        Equal(g.Run(g.Add(new SplitToSequence(0, true), x)), F([1, 2], 0, 1), F([1, 2], 2, 3), F([1, 2], 4, 5));
        Equal(g.Run(g.Add(new SplitToSequence(-1, false), x)), F(0, 2, 4), F(1, 3, 5));
        Equal(g.Run(g.Add(new SplitToSequence(0, false), x, g.Constant(Scalar(2)))), F([2, 2], 0, 1, 2, 3), F([1, 2], 4, 5));
        var parts = g.Add(new SplitToSequence(0, true), x, g.Constant(I(1, 2)));
        Equal(g.Run(parts), F([1, 2], 0, 1), F([2, 2], 2, 3, 4, 5));
        Equal(g.Run(g.Add(new ConcatFromSequence(0, false), parts)), Count(3, 2));
        Equal(g.Run(g.Add(new ConcatFromSequence(-1, true), g.Add(new SplitToSequence(0, false), x))), F([2, 3], 0, 2, 4, 1, 3, 5));
        g.Refused("has no tensors to put together", g.Add(new ConcatFromSequence(0, false), g.Add(new SequenceEmpty())));
    }

    [Fact]
    public void ABodyIsMappedOverSequences()
    {
        var body = new ImportedGraph();
        Value item = body.Formal(), other = body.Formal(), outer = body.Formal();
        var graph = body.Graph(body.Add(new Add(), item, body.Add(new Mul(), other, outer)));
        var g = new ImportedGraph();
        var sequence = g.Add(new SequenceConstruct(), g.Input(F(1)), g.Input(F(2, 3)));
        var map = g.Add(new SequenceMap(graph, 2), sequence, g.Input(F(10)), g.Input(F(2)));
        Equal(g.Run(map), F(21), F(22, 23));
    }

    [Fact]
    public void OptionalsHoldOrDoNot()
    {
        var g = new ImportedGraph();
        var x = g.Input(F(1, 2));
        Value full = g.Add(new Optional(), x), empty = g.Add(new Optional());
        Equal(g.Run(g.Add(new OptionalHasElement(), full), g.Add(new OptionalHasElement(), empty), g.Add(new OptionalHasElement()), g.Add(new OptionalHasElement(), x)),
            [.. new[] { true, false, false, true }.Select(Bool)]);
        Equal(g.Run(g.Add(new OptionalGetElement(), g.Add(new Identity(), full)), g.Add(new OptionalGetElement(), x)), F(1, 2), F(1, 2));
        g.Refused("the optional is empty", g.Add(new OptionalGetElement(), empty));
        g.Refused("all outputs are empty", empty);
    }

    internal static Tensor Bool(bool value) => Tensor.From<byte>(ElementType.Bool, Shape.Scalar, [(byte)(value ? 1 : 0)]);

    internal static void Equal(IReadOnlyList<Tensor> actual, params IReadOnlyList<Tensor> expected)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
            Assert.True(TensorComparison.Difference(expected[i], actual[i], 1e-6, 1e-6) is null, $"result {i}: {TensorComparison.Difference(expected[i], actual[i], 1e-6, 1e-6)}");
    }
}
