using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Functions;

/// <summary>
/// Circular functions and their inverses for float32 (any ISA) and float64 (scalar; the inverses to float32 accuracy). Angles are reduced by multiples of pi/2 in three parts
/// (Cody and Waite), which is exact enough up to about 1e5.
/// </summary>
internal static class Trigonometry
{
    private static readonly double[] SinSingle = [-0.16666654943702322, 0.0083321781461772968, -0.00019517298983966605];
    private static readonly double[] CosSingle = [0.041666646866513241, -0.0013887367518188882, 2.4438451793432736e-5];
    private static readonly double[] SinDouble = [.. Taylor(3)];
    private static readonly double[] CosDouble = [.. Taylor(4)];
    private static readonly double[] AtanUnit =
    [
        -0.33333301869599329, 0.19998638727586425, -0.14265246781623736, 0.10957584846110587, -0.084194880206317919, 0.058235102225685179,
        -0.031456304039354061, 0.011064790290010045, -0.0018272963980111431,
    ];
    private static readonly double[] AsinHalf = [0.16666753925067885, 0.074952418366982695, 0.045477093159118853, 0.02414762262473977, 0.042218536639304275];
    private const double HalfPi = Math.PI / 2;

    /// <summary>sin x.</summary>
    public static Vec Sin(RoutineBuilder b, Vec x) => Quadrants(b, x).Sin;

    /// <summary>cos x.</summary>
    public static Vec Cos(RoutineBuilder b, Vec x) => Quadrants(b, x).Cos;

    /// <summary>tan x.</summary>
    public static Vec Tan(RoutineBuilder b, Vec x)
    {
        var (sin, cos) = Quadrants(b, x);
        return b.Div(sin, cos, "tan");
    }

    /// <summary>arc tangent: the polynomial on 0..1, pi/2 minus it at 1/x beyond.</summary>
    public static Vec Atan(RoutineBuilder b, Vec x)
    {
        var one = b.Constant(x.Type, 1);
        var a = b.Apply(VectorOp.Abs, x, "a");
        var big = b.Apply(VectorOp.Greater, a, one, "big");
        var t = b.Select(big, b.Div(one, a, "inverse"), a, "t");
        var t2 = b.Mul(t, t, "t2");
        var angle = b.Fma(b.Mul(t2, t, "t3"), Polynomial.Evaluate(b, t2, AtanUnit), t, "angle");
        return FloatFormat.WithSignOf(b, b.Select(big, b.Sub(b.Constant(x.Type, HalfPi), angle, "beyond"), angle, "angle"), x);
    }

    /// <summary>arc sine: the polynomial up to 1/2, pi/2 - 2 asin(sqrt((1 - x) / 2)) beyond; NaN outside of -1..1.</summary>
    public static Vec Asin(RoutineBuilder b, Vec x) => FloatFormat.WithSignOf(b, AsinMagnitude(b, x).Asin, x);

    /// <summary>arc cosine.</summary>
    public static Vec Acos(RoutineBuilder b, Vec x)
    {
        var (asin, rest) = AsinMagnitude(b, x);
        var positive = b.Apply(VectorOp.Greater, x, b.Constant(x.Type, 0), "positive");
        var near = b.Apply(VectorOp.Greater, b.Apply(VectorOp.Abs, x, "a"), b.Constant(x.Type, 0.5), "near");
        var halfPi = b.Constant(x.Type, HalfPi);
        var direct = b.Select(near, rest, b.Sub(halfPi, asin, "acos"), "acos");
        return b.Select(positive, direct, b.Sub(b.Constant(x.Type, Math.PI), direct, "mirrored"), "acos");
    }

    private static (Vec Asin, Vec Mirror) AsinMagnitude(RoutineBuilder b, Vec x)
    {
        var half = b.Constant(x.Type, 0.5);
        var a = b.Apply(VectorOp.Abs, x, "a");
        var near = b.Apply(VectorOp.Greater, a, half, "near");
        var z = b.Select(near, b.Fnma(a, half, half, "distance"), b.Mul(a, a, "square"), "z");
        var root = b.Select(near, b.Apply(VectorOp.Sqrt, z, "root"), a, "root");
        var angle = b.Fma(b.Mul(z, root, "cube"), Polynomial.Evaluate(b, z, AsinHalf), root, "angle");
        var rest = b.Add(angle, angle, "rest");
        return (b.Select(near, b.Sub(b.Constant(x.Type, HalfPi), rest, "beyond"), angle, "asin"), rest);
    }

    private static (Vec Sin, Vec Cos) Quadrants(RoutineBuilder b, Vec x)
    {
        bool wide = x.Type == ElementType.Float64;
        var n = b.Apply(VectorOp.Round, b.Mul(x, b.Constant(x.Type, 2 / Math.PI), "turns"), "n");
        var r = x;
        foreach (double part in wide ? [1.5707963267341256, 6.077100506303966e-11, 2.0222662487959506e-21] : Parts)
            r = b.Fnma(n, b.Constant(x.Type, part), r, "r");
        var r2 = b.Mul(r, r, "r2");
        var sin = b.Fma(b.Mul(r2, r, "r3"), Polynomial.Evaluate(b, r2, wide ? SinDouble : SinSingle), r, "sin");
        var cos = b.Fma(b.Mul(r2, r2, "r4"), Polynomial.Evaluate(b, r2, wide ? CosDouble : CosSingle), b.Fnma(r2, b.Constant(x.Type, 0.5), b.Constant(x.Type, 1), "near1"), "cos");

        var i = FloatFormat.ToInteger(b, n);
        var (one, zero) = (b.Constant(i.Type, 1), b.Constant(i.Type, 0));
        var even = b.Apply(VectorOp.Equal, b.Apply(VectorOp.And, i, one, "odd"), zero, "even");
        return (Signed(b, b.Select(even, sin, cos, "sin"), i), Signed(b, b.Select(even, cos, sin, "cos"), b.Add(i, one, "next")));
    }

    // Bit 1 of the quadrant number is the sign.
    private static Vec Signed(RoutineBuilder b, Vec x, Vec quadrant)
    {
        var two = b.Apply(VectorOp.And, quadrant, b.Constant(quadrant.Type, 2), "two");
        var bit = b.ShiftLeft(two, x.Type == ElementType.Float64 ? 62 : 30, "bit");
        return FloatFormat.FromBits(b, b.Apply(VectorOp.Xor, FloatFormat.Bits(b, x), bit, "turned"));
    }

    // pi/2 in three floats; the first two have trailing zeros.
    private static double[] Parts => [1.5703125, 4.837512969970703125e-4, HalfPi - 1.5703125 - 4.837512969970703125e-4];

    private static IEnumerable<double> Taylor(int from)
    {
        for (int k = from; k < from + 14; k += 2)
            yield return (k / 2 % 2 == 0 ? 1 : -1) / Enumerable.Range(1, k).Aggregate(1.0, (a, b) => a * b);
    }
}
