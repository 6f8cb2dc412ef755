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

    private static Attention Plain(bool isCausal) => new Attention(isCausal, 0, 0, 0, 0, AttentionOutput.Product);
}
