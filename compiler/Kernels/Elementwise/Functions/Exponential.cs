using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Functions;

/// <summary>
/// e^x and its family for float32 (any ISA) and float64 (scalar): x = n ln 2 + r with |r| at most ln 2 / 2, e^x = 2^n (1 + p) where
/// p = e^r - 1 = r + r^2 q(r). For float32 q is the minimax polynomial of degree 4 (relative error of e^r below 3.1e-9), for float64 the Taylor polynomial.
/// </summary>
internal static class Exponential
{
    // 355 / 512 is exact in nine bits, so n * LnTwoHigh is exact for every exponent.
    private const double LnTwoHigh = 0.693359375, LnTwoLow = 0.69314718055994530942 - LnTwoHigh;
    private static readonly double[] Single = [0.49999998155387843, 0.16666543671149297, 0.041667199533138805, 0.0083665138746368413, 0.0013882530636707268];
    private static readonly double[] Double = [.. Enumerable.Range(2, 13).Select(k => 1 / Enumerable.Range(1, k).Aggregate(1.0, (a, b) => a * b))];

    /// <summary>e^x over the whole range: 0 and infinity at the ends, results below the normal range included, NaN for NaN.</summary>
    public static Vec Exp(RoutineBuilder b, Vec x)
    {
        var (low, high) = x.Type == ElementType.Float64 ? (-746.0, 710.0) : (-104.0, 89.0);
        var (n, p) = Reduce(b, Clamp(b, x, low, high));
        // 2^n may be out of range where e^x is not: two factors.
        var half = b.ShiftRight(n, 1, arithmetic: true, "half");
        var rest = b.Sub(n, half, "rest");
        var scaled = b.Mul(b.Add(p, b.Constant(x.Type, 1), "power"), FloatFormat.PowerOfTwo(b, half), "scaled");
        return b.Mul(scaled, FloatFormat.PowerOfTwo(b, rest), "exp");
    }

    /// <summary>e^x where results stay finite and normal: x is cut to -87..88 (-708..709).</summary>
    public static Vec ExpBounded(RoutineBuilder b, Vec x)
    {
        var (low, high) = x.Type == ElementType.Float64 ? (-708.0, 709.0) : (-87.0, 88.0);
        var (n, p) = Reduce(b, Clamp(b, x, low, high));
        var scale = FloatFormat.PowerOfTwo(b, n);
        return b.Fma(p, scale, scale, "exp");
    }

    /// <summary>e^x - 1 with full relative accuracy around 0; x is cut to -87..88 (-708..709).</summary>
    public static Vec ExpMinusOne(RoutineBuilder b, Vec x)
    {
        var (low, high) = x.Type == ElementType.Float64 ? (-708.0, 709.0) : (-87.0, 88.0);
        return ExpMinusOne(b, x, low, high);
    }

    /// <summary>1 / (1 + e^-x), as e^x / (1 + e^x).</summary>
    public static Vec Sigmoid(RoutineBuilder b, Vec x)
    {
        var e = ExpBounded(b, x);
        return b.Div(e, b.Add(e, b.Constant(x.Type, 1), "d"), "sigmoid");
    }

    /// <summary>tanh x = m / (m + 2) with m = e^2x - 1.</summary>
    public static Vec Tanh(RoutineBuilder b, Vec x)
    {
        double bound = x.Type == ElementType.Float64 ? 40 : 18.5;
        var m = ExpMinusOne(b, b.Add(x, x, "twice"), -bound, bound);
        return b.Div(m, b.Add(m, b.Constant(x.Type, 2), "d"), "tanh");
    }

    private static Vec ExpMinusOne(RoutineBuilder b, Vec x, double low, double high)
    {
        var (n, p) = Reduce(b, Clamp(b, x, low, high));
        var scale = FloatFormat.PowerOfTwo(b, n);
        return b.Fma(p, scale, b.Sub(scale, b.Constant(x.Type, 1), "less"), "expm1");
    }

    private static Vec Clamp(RoutineBuilder b, Vec x, double low, double high) =>
        b.Max(b.Min(x, b.Constant(x.Type, high), "c"), b.Constant(x.Type, low), "c");

    private static (Vec N, Vec P) Reduce(RoutineBuilder b, Vec x)
    {
        var n = b.Apply(VectorOp.Round, b.Mul(x, b.Constant(x.Type, 1.4426950408889634, "log2e"), "scaled"), "n");
        var r = b.Fnma(n, b.Constant(x.Type, LnTwoHigh, "ln2Hi"), x, "r");
        r = b.Fnma(n, b.Constant(x.Type, LnTwoLow, "ln2Lo"), r, "r");
        return (FloatFormat.ToInteger(b, n), PowerMinusOne(b, r));
    }

    /// <summary>e^r - 1 for |r| at most ln 2 / 2.</summary>
    public static Vec PowerMinusOne(RoutineBuilder b, Vec r)
    {
        var q = Polynomial.Evaluate(b, r, r.Type == ElementType.Float64 ? Double : Single, "q");
        return b.Fma(b.Mul(r, r, "r2"), q, r, "p");
    }
}
