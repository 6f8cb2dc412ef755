using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Functions;

/// <summary>
/// Natural logarithms for float32 (any ISA) and float64 (scalar): x = 2^e m with m in sqrt(1/2)..sqrt(2), f = m - 1,
/// log x = e ln 2 + log(1 + f). For float32 log(1 + f) = f - f^2/2 + f^3 P(f) with the minimax P of degree 7 (relative error below 6e-9), for float64 the series
/// in f / (2 + f).
/// </summary>
internal static class Logarithm
{
    private const double LnTwoHigh = 0.693359375, LnTwoLow = 0.69314718055994530942 - LnTwoHigh;
    private static readonly double[] Single =
    [
        0.33333331715114148, -0.25000820907744133, 0.20001226008810691, -0.16623361295352134, 0.1420178117162522, -0.13160168990723208,
        0.12761413890887623, -0.076343295595862448,
    ];
    private static readonly double[] Double = [.. Enumerable.Range(0, 12).Select(k => 2.0 / (2 * k + 1))];

    /// <summary>log x: -infinity for 0, NaN below 0, values below the normal range included.</summary>
    public static Vec Log(RoutineBuilder b, Vec x)
    {
        bool wide = x.Type == ElementType.Float64;
        var zero = b.Constant(x.Type, 0);
        var tiny = b.Apply(VectorOp.Less, x, b.Constant(x.Type, wide ? 2.2250738585072014e-308 : 1.17549435e-38f), "tiny");
        int lift = wide ? 54 : 24;
        var normal = b.Select(tiny, b.Mul(x, b.Constant(x.Type, Math.ScaleB(1, lift)), "lifted"), x, "normal");
        var exponent = b.Select(tiny, b.Constant(x.Type, -lift), zero, "lift");
        var log = Normal(b, normal, exponent);
        log = b.Select(b.Apply(VectorOp.Equal, x, b.Constant(x.Type, double.PositiveInfinity), "isInf"), x, log, "log");
        var outside = b.Select(b.Apply(VectorOp.Equal, x, zero, "isZero"), b.Constant(x.Type, double.NegativeInfinity), b.Constant(x.Type, double.NaN), "outside");
        return b.Select(b.Apply(VectorOp.Greater, x, zero, "positive"), log, outside, "log");
    }

    /// <summary>log(1 + u) for u at least -1, with full relative accuracy around 0.</summary>
    public static Vec LogOnePlus(RoutineBuilder b, Vec u)
    {
        var w = b.Add(u, b.Constant(u.Type, 1), "w");
        return Corrected(b, u, w, Log(b, w));
    }

    /// <summary>log(1 + u) for u in 0..1.</summary>
    public static Vec LogOnePlusUnit(RoutineBuilder b, Vec u)
    {
        var w = b.Add(u, b.Constant(u.Type, 1), "w");
        return Corrected(b, u, w, Normal(b, w, b.Constant(u.Type, 0)));
    }

    /// <summary>x = 2^e m for a positive normal x: e as a float, and f = m - 1.</summary>
    public static (Vec E, Vec F) Split(RoutineBuilder b, Vec x)
    {
        var integer = FloatFormat.Integer(x.Type);
        int mantissa = FloatFormat.MantissaBits(x.Type);
        double root = x.Type == ElementType.Float64 ? 0x3FE6A09E667F3BCDL : 0x3F3504F3;
        var from = b.Constant(integer, root, "rootHalf");
        var steps = b.Sub(FloatFormat.Bits(b, x), from, "steps");
        var e = FloatFormat.ToFloat(b, b.ShiftRight(steps, mantissa, arithmetic: true, "e"));
        var fraction = b.Apply(VectorOp.And, steps, b.Constant(integer, Math.ScaleB(1, mantissa) - 1, "fraction"), "fraction");
        var m = FloatFormat.FromBits(b, b.Add(fraction, from, "mantissa"), "m");
        return (e, b.Sub(m, b.Constant(x.Type, 1), "f"));
    }

    /// <summary>P(f) of log(1 + f) = f - f^2/2 + f^3 P(f); float32.</summary>
    public static Vec Cubic(RoutineBuilder b, Vec f) => Polynomial.Evaluate(b, f, Single);

    private static Vec Normal(RoutineBuilder b, Vec x, Vec addedExponent)
    {
        var (e, f) = Split(b, x);
        e = b.Add(e, addedExponent, "e");
        var low = b.Mul(e, b.Constant(x.Type, LnTwoLow, "ln2Lo"), "low");
        var high = b.Constant(x.Type, LnTwoHigh, "ln2Hi");
        if (x.Type == ElementType.Float64)
        {
            var s = b.Div(f, b.Add(f, b.Constant(x.Type, 2), "d"), "s");
            var sum = b.Fma(s, Polynomial.Evaluate(b, b.Mul(s, s, "s2"), Double), low, "log");
            return b.Fma(e, high, sum, "log");
        }
        var f2 = b.Mul(f, f, "f2");
        var tail = b.Fma(b.Mul(f2, f, "f3"), Cubic(b, f), low, "tail");
        tail = b.Fnma(f2, b.Constant(x.Type, 0.5), tail, "tail");
        return b.Fma(e, high, b.Add(f, tail, "log"), "log");
    }

    // What rounding 1 + u lost, to first order.
    private static Vec Corrected(RoutineBuilder b, Vec u, Vec w, Vec log)
    {
        var lost = b.Sub(u, b.Sub(w, b.Constant(u.Type, 1), "kept"), "lost");
        var sum = b.Add(log, b.Div(lost, w, "correction"), "log1p");
        var finite = b.Apply(VectorOp.Less, b.Apply(VectorOp.Abs, log, "size"), b.Constant(u.Type, double.PositiveInfinity), "finite");
        return b.Select(finite, sum, log, "log1p");
    }
}
