using CompileModel.IR;
using CompileModel.IR.Operators;
using static CompileModel.Tests.Operators.Evaluate;

namespace CompileModel.Tests.Operators;

/// <summary>Operators that put elements elsewhere, and those of small matrices, on values worked out by hand.</summary>
public sealed class GeometryOperatorTests
{
    [Fact]
    public void MaxUnpoolPutsElementsBack()
    {
        Expect(new MaxUnpool([2, 2], [2, 2], []), F([1, 1, 2, 2], 0, 7, 0, 0), F([1, 1, 1, 1], 7), Tensor.From<long>(ElementType.Int64, Shape.Of(1, 1, 1, 1), [1]));
        Expect(new MaxUnpool([2, 2], [2, 2], []), F([1, 1, 3, 2], 0, 7, 0, 0, 0, 0), F([1, 1, 1, 1], 7), Tensor.From<long>(ElementType.Int64, Shape.Of(1, 1, 1, 1), [1]), I(1, 1, 3, 2));
    }

    [Fact]
    public void Col2ImAddsBlocks() =>
        Expect(new Col2Im([], [], []), F([1, 1, 1, 4], 1, 2 + 4, 3 + 5, 6), F([1, 2, 3], 1, 2, 3, 4, 5, 6), I(1, 4), I(1, 2));

    [Fact]
    public void CenterCropPadKeepsTheMiddle()
    {
        Expect(new CenterCropPad([]), F([2, 1], 2, 5), F([2, 3], 1, 2, 3, 4, 5, 6), I(2, 1));
        Expect(new CenterCropPad([-1]), F([2, 1], 2, 5), F([2, 3], 1, 2, 3, 4, 5, 6), I(1));
        Expect(new CenterCropPad([0]), F([4, 1], 0, 1, 2, 0), F([2, 1], 1, 2), I(4));
    }

    [Fact]
    public void AffineGridMapsPoints()
    {
        var same = F([1, 2, 3], 1, 0, 0, 0, 1, 0);
        Expect(new AffineGrid(true), F([1, 1, 2, 2], -1, -1, 1, -1), same, I(1, 1, 1, 2));
        Expect(new AffineGrid(false), F([1, 1, 2, 2], -0.5f, 0, 0.5f, 0), same, I(1, 1, 1, 2));
    }

    [Fact]
    public void DeterminantsAlsoWithZeros()
    {
        Expect(new Det(), F([2], -2, 0), F([2, 2, 2], 1, 2, 3, 4, 0, 1, 0, 5));
        Expect(new Det(), F([], -1), F([3, 3], 0, 1, 0, 1, 0, 0, 0, 0, 1));
    }

    [Fact]
    public void RoiAlignAveragesSamples()
    {
        Tensor x = Count(1, 1, 4, 4), image = I(0);
        Expect(new RoiAlign(RoiMode.Average, 1, 1, 2, 1, true), F([1, 1, 1, 1], 7.5f), x, F([1, 4], 0, 0, 4, 4), image);
        Expect(new RoiAlign(RoiMode.Average, 1, 1, 0, 0.5f, false), F([1, 1, 1, 1], 7.5f), x, F([1, 4], 1, 1, 5, 5), image);
        // The largest part of one sample, in the middle between four elements.
        Expect(new RoiAlign(RoiMode.Max, 1, 1, 1, 1, false), F([1, 1, 1, 1], 5 / 4f), x, F([1, 4], 0, 0, 1, 1), image);
        Expect(new RoiAlignNhwc(RoiMode.Average, 1, 1, 1, 1, false), F([1, 1, 1, 1], 2.5f), x.Reshape(Shape.Of(1, 4, 4, 1)), F([1, 4], 0, 0, 1, 1), image);
    }
}
