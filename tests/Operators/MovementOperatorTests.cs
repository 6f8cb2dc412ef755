using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.IR.Operators;
using static CompileModel.Tests.Operators.Evaluate;

namespace CompileModel.Tests.Operators;

/// <summary>Operators that move elements or make shapes.</summary>
public sealed class MovementOperatorTests
{
    [Fact]
    public void ViewsKeepTheElements()
    {
        var x = Count(2, 1, 3);
        Expect(new Reshape(false), Count(3, 2), x, I(-1, 2));
        Expect(new Reshape(false), Count(2, 3), x, I(0, 3));
        Expect(new Flatten(2), Count(2, 3), x);
        Expect(new Flatten(-1), Count(2, 3), x);
        Expect(new Squeeze(), Count(2, 3), x, null);
        Expect(new Squeeze(), Count(2, 3), x, I(-2));
        Expect(new Unsqueeze(), Count(1, 2, 1, 3, 1), x, I(0, -1));
        Expect(new AlignAxis(1), Count(2, 3, 1), Count(2, 3), Count(5, 2, 3, 4));
        Expect(new ReshapeTo([6]), Count(6), x);
    }

    [Fact]
    public void ReshapeSaysWhatDoesNotFit()
    {
        var e = Assert.Throws<InferenceException>(() => Expect(new Reshape(false), Count(6), Count(2, 3), I(-1, 4)));
        Assert.Equal("[2,3] cannot be reshaped to [-1,4]", e.Message);
        e = Assert.Throws<InferenceException>(() => new Reshape(false).Infer(new InferenceContext([Count(2).Type, I(1).Type], [null, null], 1)));
        Assert.Equal(DiagnosticCodes.UnknownShape, e.Code);
    }

    [Fact]
    public void SlicesClampAndReverse()
    {
        var x = Count(6);
        Expect(new Slice(), F(1, 3), x, I(1), I(5), null, I(2));
        Expect(new Slice(), F(4, 5), x, I(-2), I(long.MaxValue));
        Expect(new Slice(), F(5, 3, 1), x, I(-1), I(long.MinValue), I(0), I(-2));
        Expect(new Slice(), F([1, 2], 4, 5), Count(2, 3), I(1, 1), I(2, 3), I(0, 1));
        Expect(new SliceStatic([4], [-2], [2]), F(4, 2), x);
    }

    [Fact]
    public void SplitsInParts()
    {
        var parts = Reference.Evaluators.Evaluate(new Split(0), [Count(5)], new Split(0).Infer(new InferenceContext([Count(5).Type], [null], 2)));
        Assert.Equal([F(0, 1, 2), F(3, 4)], parts);
    }

    [Fact]
    public void PadsInEveryMode()
    {
        var x = F(1, 2, 3);
        Expect(new Pad(PadMode.Constant), F(9, 1, 2, 3, 9, 9), x, I(1, 2), F([], 9));
        Expect(new PadStatic([1], [2], PadMode.Constant, 0), F(9, 1, 2, 3, 9, 9), x, F([], 9));
        Expect(new PadStatic([2], [2], PadMode.Edge, 0), F(1, 1, 1, 2, 3, 3, 3), x);
        Expect(new PadStatic([2], [2], PadMode.Reflect, 0), F(3, 2, 1, 2, 3, 2, 1), x);
        Expect(new PadStatic([2], [2], PadMode.Wrap, 0), F(2, 3, 1, 2, 3, 1, 2), x);
    }

    [Fact]
    public void RepeatsAndPermutes()
    {
        Expect(new Expand(), F([2, 2], 0, 0, 1, 1), Count(2, 1), I(1, 2));
        Expect(new BroadcastTo([2, 2]), F([2, 2], 0, 1, 0, 1), Count(2));
        Expect(new Tile(), F(0, 1, 0, 1), Count(2), I(2));
        Expect(new TileStatic([1, 2]), F([2, 2], 0, 0, 1, 1), Count(2, 1));
        Expect(new Transpose([]), F([3, 2], 0, 3, 1, 4, 2, 5), Count(2, 3));
        Expect(new Transpose([1, 0, 2]), F([2, 1, 2], 0, 1, 2, 3), Count(1, 2, 2));
        Expect(new Concat(-1), F([2, 3], 0, 1, 9, 2, 3, 8), Count(2, 2), F([2, 1], 9, 8));
        Expect(new DepthToSpace(2, false), F([1, 1, 2, 2], 0, 1, 2, 3), Count(1, 4, 1, 1));
        Expect(new DepthToSpace(2, true), F([1, 2, 2, 2], 0, 1, 2, 3, 4, 5, 6, 7), Count(1, 8, 1, 1));
        Expect(new SpaceToDepth(2, false), Count(1, 4, 1, 1), Count(1, 1, 2, 2));
    }

    [Fact]
    public void MakesShapesAndConstants()
    {
        Expect(new ShapeOf(0, int.MaxValue), I(2, 3), Count(2, 3));
        Expect(new ShapeOf(-1, int.MaxValue), I(3), Count(2, 3));
        Expect(new Size(), Scalar(6), Count(2, 3));
        Expect(new ConstantOfShape(F([], 7)), F(7, 7), I(2));
        Expect(new IR.Operators.Range(), I(1, 3), Scalar(1), Scalar(5), Scalar(2));
        Expect(new EyeLike(null, 1), F([2, 2], 0, 1, 0, 0), Count(2, 2));
        Expect(new NonZero(), Tensor.From<long>(ElementType.Int64, Shape.Of(2, 2), [0, 1, 1, 0]), F([2, 2], 0, 5, 6, 0));
        Expect(new OneHot(-1), F([2, 3], 0, 1, 0, 0, 0, 1), I(1, -1), Scalar(3), F(0, 1));
        Expect(new Trilu(true), F([2, 2], 0, 1, 0, 3), Count(2, 2), null);
    }

    [Fact]
    public void GathersAndScatters()
    {
        Expect(new Gather(1), F([2, 2], 2, 0, 5, 3), Count(2, 3), I(2, 0));
        Expect(new Gather(0), F([3], 3, 4, 5), Count(2, 3), Scalar(-1));
        Expect(new GatherElements(1), F([2, 1], 2, 3), Count(2, 3), Tensor.From<long>(ElementType.Int64, Shape.Of(2, 1), [2, 0]));
        Expect(new GatherND(0), F(5, 0), Count(2, 3), Tensor.From<long>(ElementType.Int64, Shape.Of(2, 2), [1, 2, 0, 0]));
        Expect(new ScatterElements(0, ScatterReduction.None), F(0, 9, 2), Count(3), I(1), F(9));
        Expect(new ScatterElements(0, ScatterReduction.Add), F(0, 10, 2), Count(3), I(1), F(9));
        Expect(new ScatterND(ScatterReduction.None), F([2, 2], 8, 9, 2, 3), Count(2, 2), Tensor.From<long>(ElementType.Int64, Shape.Of(1, 1), [0]), F([1, 2], 8, 9));
        Assert.Throws<InferenceException>(() => Expect(new Gather(0), F(0), Count(2), I(2)));
    }
}
