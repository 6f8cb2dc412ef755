using CompileModel.IR;
using CompileModel.IR.Operators;
using static CompileModel.Tests.Operators.Evaluate;

namespace CompileModel.Tests.Operators;

/// <summary>Operators that are defined by others, on values worked out by hand.</summary>
public sealed class CompositeOperatorTests
{
    [Fact]
    public void LossesPickTheTarget()
    {
        Expect(new NegativeLogLikelihoodLoss(LossReduction.None, null), F(1, 6), F([2, 3], -1, -2, -3, -4, -5, -6), I(0, 2));
        Expect(new NegativeLogLikelihoodLoss(LossReduction.Mean, 2), F([], 1), F([2, 3], -1, -2, -3, -4, -5, -6), I(0, 2));
        Expect(new NegativeLogLikelihoodLoss(LossReduction.Mean, null), F([], 4.75f), F([2, 3], -1, -2, -3, -4, -5, -6), I(0, 2), F(1, 1, 3));
        Expect(new SoftmaxCrossEntropyLoss(LossReduction.Sum, null), F([], MathF.Log(4)), F([2, 2], 5, 5, 1, 1), I(0, 1));
    }

    [Fact]
    public void BatchNormalizationOfABatch()
    {
        var op = new BatchNormalizationTraining(0, 0.75f);
        Tensor[] operands = [F([2, 2], 1, 10, 3, 30), F(1, 2), F(0, 5), F(0, 0), F(4, 4)];
        Expect(op, F([2, 2], -1, 3, 1, 7), operands);
        SequenceOperatorTests.Equal(Reference.Evaluators.Evaluate(op, operands, op.Infer(new([.. operands.Select(o => o.Type)], operands, 3))), F([2, 2], -1, 3, 1, 7), F(0.5f, 5), F(3.25f, 28));
    }

    [Fact]
    public void AttentionMixesValues()
    {
        // Equal scores: the mean of the values that are seen.
        Expect(Plain(isCausal: false), F([1, 1, 2, 1], 3, 3), F([1, 1, 2, 1], 0, 0), F([1, 1, 2, 1], 7, 8), F([1, 1, 2, 1], 2, 4));
        Expect(Plain(isCausal: true), F([1, 1, 2, 1], 2, 3), F([1, 1, 2, 1], 0, 0), F([1, 1, 2, 1], 7, 8), F([1, 1, 2, 1], 2, 4));
    }

    [Fact]
    public void RotaryEmbeddingTurnsPairs() =>
        // A quarter turn takes (a, b) to (-b, a).
        Expect(new RotaryEmbedding(false, 0, 0), F([1, 1, 1, 4], -3, -4, 1, 2), F([1, 1, 1, 4], 1, 2, 3, 4), F([1, 1, 2], 0, 0), F([1, 1, 2], 1, 1));

    [Fact]
    public void LayerNormalizationGivesItsStatistics()
    {
        var op = new LayerNormalization(-1, 0);
        Tensor?[] inputs = [F([2, 2], 1, 3, 10, 30), F(1, 1), null];
        var results = Reference.Evaluators.Evaluate(op, inputs, op.Infer(new InferenceContext([.. inputs.Select(t => t?.Type)], inputs, 3)));
        Assert.Equal([-1, 1, -1, 1], results[0].Span<float>().ToArray());
        Assert.Equal([2, 20], results[1].Span<float>().ToArray());
        Assert.Equal([1, 0.1f], results[2].Span<float>().ToArray());
    }

    [Fact]
    public void ReverseSequenceLeavesWhatIsBehindTheEnd()
    {
        Expect(new ReverseSequence(0, 1), F([2, 3], 3, 2, 1, 5, 4, 6), F([2, 3], 1, 2, 3, 4, 5, 6), I(3, 2));
        Expect(new ReverseSequence(1, 0), F([3, 2], 3, 5, 2, 4, 1, 6), F([3, 2], 1, 4, 2, 5, 3, 6), I(3, 2));
    }

    [Fact]
    public void TensorScatterWritesFromAPlaceOn()
    {
        Expect(new TensorScatter(-2, false), F([2, 3, 1], 0, 7, 8, 9, 10, 0), F([2, 3, 1], 0, 0, 0, 0, 0, 0), F([2, 2, 1], 7, 8, 9, 10), I(1, 0));
        Expect(new TensorScatter(1, true), F([1, 3, 1], 8, 0, 7), F([1, 3, 1], 0, 0, 0), F([1, 2, 1], 7, 8), I(2));
        Expect(new TensorScatter(1, false), F([1, 3, 1], 7, 8, 0), F([1, 3, 1], 0, 0, 0), F([1, 2, 1], 7, 8));
    }

    [Fact]
    public void SwiGluGatesTheSecondOperand() => Expect(new SwiGLU(1), F(0, 1.4621172f), F(0, 1), F(5, 2));

    [Fact]
    public void CausalConvolutionLooksBack()
    {
        Expect(new CausalConvWithState(false), F([1, 1, 3], 1, 12, 23), F([1, 1, 3], 1, 2, 3), F([1, 1, 2], 10, 1));
        Expect(new CausalConvWithState(false), F([1, 1, 3], 91, 12, 23), F([1, 1, 3], 1, 2, 3), F([1, 1, 2], 10, 1), null, F([1, 1, 1], 9));
    }

    [Fact]
    public void LinearAttentionReadsWhatKeysWrote()
    {
        // One number a head: the state is the sum of k v; with delta the value itself for a key of 1.
        Expect(new LinearAttention(1, 1, 1, false, false), F([1, 2, 1], 6, 10), F([1, 2, 1], 1, 1), F([1, 2, 1], 2, 1), F([1, 2, 1], 3, 4));
        Expect(new LinearAttention(2, 1, 2, false, true), F([1, 2, 2], 6, 12, 8, 16), F([1, 2, 2], 1, 2, 1, 2), F([1, 2, 1], 1, 1), F([1, 2, 1], 3, 4), null, null, F([1, 2, 1], 1, 1));
        Expect(new LinearAttention(1, 1, 1, true, false), F([1, 1, 1], 8), F([1, 1, 1], 1), F([1, 1, 1], 1), F([1, 1, 1], 3), F([1, 1, 1, 1], 10), F([1, 1, 1], MathF.Log(0.5f)));
        Rejects(Diagnostics.DiagnosticCodes.ShapeMismatch, new LinearAttention(1, 1, 1, false, false), Steps(200), Steps(200), Steps(200));
        static TensorType Steps(int count) => new(ElementType.Float32, Shape.Of(1, count, 1));
    }

    [Fact]
    public void GroupedProductsShareHeads() =>
        Expect(new GroupedMatMul(true, 2), F([1, 2, 1, 1], 12, 20), F([1, 2, 1, 1], 3, 5), F([1, 1, 1, 1], 2));

    [Fact]
    public void FusedMatMulTurnsItsOperands() => Expect(new FusedMatMul(2, true, false, false, false), F([1, 1], 22), F([2, 1], 1, 2), F([2, 1], 3, 4));

    [Fact]
    public void EmbeddingsAreAddedAndNormalized() =>
        Expect(new EmbedLayerNormalization(0), F([1, 2, 2], -1, 1, 1, -1), I2([1, 2], 0, 1), null, F([2, 2], 0, 1, 5, 0), F([3, 2], 1, 2, 1, 1, 9, 9), null, F(1, 1), F(0, 0));

    [Fact]
    public void MicrosoftAttentionMixesValues()
    {
        Expect(new MultiHeadAttention(1, 0, -10000, false), F([1, 2, 1], 3, 3), F([1, 2, 1], 0, 0), F([1, 2, 1], 7, 8), F([1, 2, 1], 2, 4));
        Expect(new MultiHeadAttention(1, 0, -10000, false), F([1, 2, 1], 2, 2), F([1, 2, 1], 0, 0), F([1, 2, 1], 7, 8), F([1, 2, 1], 2, 4), null, I2([1, 2], 1, 0));
        // Queries and keys are 0 by their weights, values are x.
        Expect(new MicrosoftAttention(1, [], 0, -10000, true), F([1, 2, 1], 2, 3), F([1, 2, 1], 2, 4), F([1, 3], 0, 0, 1));
    }

    private static Tensor I2(int[] shape, params int[] values) => Tensor.From<int>(ElementType.Int32, Shape.Of(shape), values);

    private static Attention Plain(bool isCausal) => new Attention(isCausal, 0, 0, 0, 0, AttentionOutput.Product);
}
