using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.IR.Operators;
using static CompileModel.Tests.Operators.Evaluate;

namespace CompileModel.Tests.Operators;

/// <summary>Convolutions, poolings, products and resizes.</summary>
public sealed class WindowOperatorTests
{
    [Fact]
    public void Convolves()
    {
        var ones = F([1, 1, 2, 2], 1, 1, 1, 1);
        Expect(new Conv([], [], [], 1, AutoPad.NotSet), F([1, 1, 2, 2], 8, 12, 20, 24), Count(1, 1, 3, 3), ones);
        Expect(new Conv([2, 2], [], [], 1, AutoPad.SameUpper), F([1, 1, 2, 2], 9, 8, 14, 9), Count(1, 1, 3, 3), ones, F(1));
        Expect(new Conv([], [2, 2], [1, 1, 0, 0], 1, AutoPad.NotSet), F([1, 1, 2, 2], 4, 8, 8, 16), Count(1, 1, 3, 3), ones);
        Expect(new Conv([], [], [], 2, AutoPad.NotSet), F([1, 2, 2], 0, 2, 6, 9), Count(1, 2, 2), F([2, 1, 1], 2, 3));
    }

    [Fact]
    public void TransposesConvolutions()
    {
        Expect(new ConvTranspose([2], [], [], [], [], 1, AutoPad.NotSet), F([1, 1, 5], 1, 1, 3, 2, 2), F([1, 1, 2], 1, 2), F([1, 1, 3], 1, 1, 1));
        Expect(new ConvTranspose([2], [], [1, 1], [1], [], 1, AutoPad.NotSet), F([1, 1, 4], 1, 3, 2, 2), F([1, 1, 2], 1, 2), F([1, 1, 3], 1, 1, 1));
        Expect(new ConvTranspose([2], [], [], [], [6], 1, AutoPad.NotSet), F([1, 1, 6], 1, 1, 3, 2, 2, 0), F([1, 1, 2], 1, 2), F([1, 1, 3], 1, 1, 1));
    }

    [Fact]
    public void Pools()
    {
        var x = Count(1, 1, 3, 3);
        Expect(new MaxPool([2, 2], [], [], [], false, AutoPad.NotSet, false), F([1, 1, 2, 2], 4, 5, 7, 8), x);
        Expect(new MaxPool([2, 2], [2, 2], [], [], true, AutoPad.NotSet, false), F([1, 1, 2, 2], 4, 5, 7, 8), x);
        Expect(new AveragePool([2, 2], [2, 2], [], [], true, AutoPad.NotSet, false), F([1, 1, 2, 2], 2, 3.5f, 6.5f, 8), x);
        Expect(new AveragePool([2, 2], [2, 2], [], [1, 1, 0, 0], false, AutoPad.NotSet, false), F([1, 1, 2, 2], 0, 1.5f, 4.5f, 6), x);
        Expect(new AveragePool([2, 2], [2, 2], [], [1, 1, 0, 0], false, AutoPad.NotSet, true), F([1, 1, 2, 2], 0, 0.75f, 2.25f, 6), x);
        Expect(new LpPool([2, 2], [], [], [], false, AutoPad.NotSet, 1), F([1, 1, 2, 2], 8, 12, 20, 24), x);
    }

    [Fact]
    public void Multiplies()
    {
        var a = F([2, 2], 1, 2, 3, 4);
        Expect(new MatMul(), F([2, 2], 7, 10, 15, 22), a, a);
        Expect(new MatMul(), F(5, 11), a, F(1, 2));
        Expect(new MatMul(), F([3, 1, 2], 1, 2, 1, 2, 1, 2), F([3, 1, 2], 1, 0, 1, 0, 1, 0), a);
        Expect(new Gemm(2, 1, false, true), F([2, 2], 11, 23, 23, 51), a, a, F(1, 1).Reshape(Shape.Of(1, 2)));
        Expect(new Einsum("ij,jk->ik"), F([2, 2], 7, 10, 15, 22), a, a);
        Expect(new Einsum("...i->..."), F(3, 7), a);
        Expect(new Einsum("ii"), F([], 5), a);
    }

    [Fact]
    public void Resizes()
    {
        var x = F([1, 1, 2], 1, 2);
        Expect(Resize(ResizeMode.Nearest, CoordinateMode.Asymmetric, NearestMode.Floor), F([1, 1, 4], 1, 1, 2, 2), x, null, F(1, 1, 2));
        Expect(Resize(ResizeMode.Linear, CoordinateMode.HalfPixel, NearestMode.Floor), F([1, 1, 4], 1, 1.25f, 1.75f, 2), x, null, F(1, 1, 2));
        Expect(Resize(ResizeMode.Linear, CoordinateMode.AlignCorners, NearestMode.Floor), F([1, 1, 3], 1, 1.5f, 2), x, null, null, I(1, 1, 3));
        Expect(new ResizeTo([1, 1, 1], [1, 1, 0.5f], [], ResizeMode.Linear, CoordinateMode.HalfPixel, NearestMode.Floor, -0.75f, false, 0, true), F([1, 1, 1], 1.5f), x);
    }

    [Fact]
    public void RejectsWindowsThatDoNotFit()
    {
        TensorType x = new(ElementType.Float32, Shape.Of(1, 3, 4, 4)), w = new(ElementType.Float32, Shape.Of(8, 2, 3, 3)), large = new(ElementType.Float32, Shape.Of(8, 3, 5, 5));
        Rejects(DiagnosticCodes.ShapeMismatch, new Conv([], [], [], 1, AutoPad.NotSet), x, w);
        Rejects(DiagnosticCodes.ShapeMismatch, new Conv([], [], [], 1, AutoPad.NotSet), x, large);
        Rejects(DiagnosticCodes.ShapeMismatch, new MatMul(), x, large);
        Rejects(DiagnosticCodes.UnknownShape, new Resize(default, default, default, 0, false, 0, false, [], default), x, null, new(ElementType.Float32, Shape.Of(4)));
    }

    private static Resize Resize(ResizeMode mode, CoordinateMode coordinates, NearestMode nearest) => new(mode, coordinates, nearest, -0.75f, false, 0, false, [], AspectRatioPolicy.Stretch);
}
