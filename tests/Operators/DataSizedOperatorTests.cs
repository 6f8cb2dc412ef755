using CompileModel.IR.Operators;
using static CompileModel.Tests.Operators.Evaluate;

namespace CompileModel.Tests.Operators;

/// <summary>Operators with as many results as their data say, on values worked out by hand. tests/Passes/BoundDimensionsTests.cs has them on data of a run.</summary>
public sealed class DataSizedOperatorTests
{
    [Fact]
    public void CompressKeepsWhatIsChosen()
    {
        Expect(new Compress(0), F([2, 2], 3, 4, 5, 6), F([3, 2], 1, 2, 3, 4, 5, 6), B(false, true, true));
        Expect(new Compress(-1), F([2, 1], 2, 4), F([2, 2], 1, 2, 3, 4), B(false, true));
        Expect(new Compress(null), F(2, 5), F([3, 2], 1, 2, 3, 4, 5, 6), B(false, true, false, false, true));
    }

    [Fact]
    public void UniqueSortsOrKeepsTheOrder()
    {
        Expect(new Unique(null, true), F(1, 2, 3), F(2, 1, 2, 3, 1));
        Expect(new Unique(null, false), F(2, 1, 3), F(2, 1, 2, 3, 1));
        Expect(new Unique(0, true), F([2, 2], 1, 0, 2, 3), F([3, 2], 2, 3, 1, 0, 2, 3));
        Expect(new Unique(1, true), F([2, 2], 0, 1, 5, 4), F([2, 3], 1, 0, 1, 4, 5, 4));
    }

    [Fact]
    public void NonMaxSuppressionTakesTheBestOfWhatOverlaps()
    {
        // The second box covers most of the first one and scores higher; the third is far away.
        var boxes = F([1, 3, 4], 0, 0, 1, 1, 0, 0.1f, 1, 1.1f, 5, 5, 6, 6);
        Expect(new NonMaxSuppression(false), Tensors(2, 0, 0, 1, 0, 0, 2), boxes, F([1, 1, 3], 0.8f, 0.9f, 0.3f), Scalar(3), F([], 0.5f));
        Expect(new NonMaxSuppression(false), Tensors(1, 0, 0, 1), boxes, F([1, 1, 3], 0.8f, 0.9f, 0.3f), Scalar(3), F([], 0.5f), F([], 0.4f));
        Expect(new NonMaxSuppression(false), Tensors(3, 0, 0, 1, 0, 0, 0, 0, 0, 2), boxes, F([1, 1, 3], 0.8f, 0.9f, 0.3f), Scalar(3), F([], 0.9f));
    }

    private static IR.Tensor Tensors(int rows, params long[] values) => IR.Tensor.OfInts(values).Reshape(IR.Shape.Of(rows, 3));
}
