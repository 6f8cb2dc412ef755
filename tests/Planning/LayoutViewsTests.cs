using CompileModel.IR;
using CompileModel.Kernels;
using CompileModel.Kernels.Views;
using CompileModel.Passes.Planning;

namespace CompileModel.Tests.Planning;

public class LayoutViewsTests
{
    private static Layout Of(Ints dims, Ints strides) => new(ElementType.Float32, dims, strides);

    [Fact]
    public void ReshapeSplitsAndMergesWhereStridesAllow()
    {
        var padded = Of([1, 4, 4, 8], [0, 48, 8, 1]);
        Assert.Equal(Of([4, 32], [48, 1]), LayoutViews.Reshape(padded, [4, 32]));
        Assert.Equal(Of([2, 2, 32], [96, 48, 1]), LayoutViews.Reshape(padded, [2, 2, 32]));
        Assert.Null(LayoutViews.Reshape(padded, [16, 8]));
        Assert.Equal(Of([4, 1, 4, 8], [48, 32, 8, 1]), LayoutViews.Reshape(padded, [4, 1, 4, 8]));
    }

    [Fact]
    public void ReshapeOfDenseIsDense() => Assert.True(LayoutViews.Reshape(Layout.Dense(ElementType.Float32, [2, 3, 4]), [4, 6])!.IsDense);

    [Fact]
    public void BoxesMoveTheOrigin()
    {
        var dense = Layout.Dense(ElementType.Float32, [6, 6, 8]);
        var (offset, layout) = LayoutViews.ResultBox(dense, ViewRegion.Whole(0, [1, 1, 0], [4, 4, 8]));
        Assert.Equal(56, offset);
        Assert.Equal(Of([4, 4, 8], [48, 8, 1]), layout);
        (offset, layout) = LayoutViews.OperandBox(dense, ViewRegion.Part([0, 2, 0], [2, 1, 1], [3, 4, 8]));
        Assert.Equal(16, offset);
        Assert.Equal(Of([3, 4, 8], [96, 8, 1]), layout);
    }
}
