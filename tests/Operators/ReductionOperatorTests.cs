using CompileModel.IR;
using CompileModel.IR.Operators;
using static CompileModel.Tests.Operators.Evaluate;

namespace CompileModel.Tests.Operators;

/// <summary>Operators that look at whole lines: reductions, softmax, searches, running sums, normalisations.</summary>
public sealed class ReductionOperatorTests
{
    /// <summary>Reduction of [[1, -2], [3, 4]] over axis 1.</summary>
    public static TheoryData<Operator, float[]> Reductions => new()
    {
        { new ReduceMean(true, false), [-0.5f, 3.5f] },
        { new ReduceSum(true, false), [-1, 7] },
        { new ReduceMax(true, false), [1, 4] },
        { new ReduceMin(true, false), [-2, 3] },
        { new ReduceProd(true, false), [-2, 12] },
        { new ReduceL1(true, false), [3, 7] },
        { new ReduceL2(true, false), [2.236068f, 5] },
        { new ReduceSumSquare(true, false), [5, 25] },
        { new ReduceLogSumExp(true, false), [1.0485873f, 4.3132615f] },
    };

    [Theory]
    [MemberData(nameof(Reductions))]
    public void ReducesAnAxis(Operator op, float[] expected) => Expect(op, F([2, 1], expected), F([2, 2], 1, -2, 3, 4), I(-1));

    [Fact]
    public void ReducesAsAsked()
    {
        Expect(new ReduceLogSum(false, false), F([], MathF.Log(10)), F([2, 2], 1, 2, 3, 4));
        Expect(new ReduceSum(true, true), Count(2, 2), Count(2, 2), I());
        Expect(new Reduce(Reduction.Mean, [0], false), F(1, 2), Count(2, 2));
        Expect(new Reduce(Reduction.Sum, [0], false), I(4), I(1, 3).Reshape(Shape.Of(2, 1)));
        Expect(new GlobalAveragePool(), F([1, 1, 1, 1], 1.5f), Count(1, 1, 2, 2));
        Expect(new GlobalMaxPool(), F([1, 1, 1, 1], 3), Count(1, 1, 2, 2));
        Expect(new GlobalLpPool(2), F([1, 1, 1, 1], 3.7416575f), Count(1, 1, 2, 2));
    }

    [Fact]
    public void NormalisesLines()
    {
        Expect(new Softmax(-1), F(0.26894143f, 0.7310586f), F(1000, 1001));
        Expect(new LogSoftmax(0), F(-1.3132616f, -0.31326166f), F(1, 2));
        Expect(new Hardmax(0), F(0, 1, 0), F(1, 2, 2));
        Expect(new LpNormalization(0, 2), F(0.6f, 0.8f), F(3, 4));
        Expect(new LpNormalization(0, 1), F(0.25f, 0.75f), F(1, 3));
        Expect(new CumSum(false, false), F(1, 3, 6), F(1, 2, 3), Scalar(0));
        Expect(new CumSum(true, true), F(5, 3, 0), F(1, 2, 3), Scalar(0));
        Expect(new CumProd(false, false), F(2, 6, 24), F(2, 3, 4), Scalar(0));
        Expect(new CumProd(true, true), F(12, 4, 1), F(2, 3, 4), Scalar(0));
    }

    [Fact]
    public void FindsElements()
    {
        Expect(new ArgMax(1, false, false), I(1), F([1, 3], 1, 5, 5));
        Expect(new ArgMax(1, false, true), I(2), F([1, 3], 1, 5, 5));
        Expect(new ArgMin(0, true, false), I(0), F(1, 5, 5));
        Expect(new TopK(0, true), F(7, 5), F(5, 1, 7), I(2));
        Expect(new TopK(0, false), F(1, 5), F(5, 1, 7), I(2));
    }

    [Fact]
    public void NormalisesByStatistics()
    {
        var x = F([1, 2, 1, 2], 0, 2, 0, 4);
        var one = F(1, 1);
        Expect(new BatchNormalization(0), F([1, 2, 1, 2], -1, 1, -4, 0), x, one, F(0, 0), F(1, 4), one);
        Expect(new InstanceNormalization(0), F([1, 2, 1, 2], -1, 1, -1, 1), x, one, F(0, 0));
        Expect(new InstanceNormalization(0), F([1, 2, 1, 2], -1, 3, -1, 1), x, F(2, 1), F(1, 0));
        Expect(new LayerNormalization(-1, 0), F([1, 2, 1, 2], -1, 1, -1, 1), x, one, null);
        Expect(new GroupNormalization(2, 0, false), F([1, 2, 1, 2], -1, 1, -1, 1), x, one, F(0, 0));
        Expect(new RMSNormalization(-1, 0), F(0.8485281f, 1.1313709f), F(3, 4), one);
        Expect(new MeanVarianceNormalization([0, 2, 3]), F([1, 2, 1, 2], -1, 1, -1, 1), x);
        Expect(new LRN(1, 1, 1, 1), F([1, 1, 2], 0.5f, 0.4f), F([1, 1, 2], 1, 2));
    }
}
