using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Functions;

/// <summary>Hyperbolic functions and their inverses for float32 (any ISA) and float64 (scalar), from exponentials and logarithms.</summary>
internal static class Hyperbolic
{
    /// <summary>sinh x = (m + m / (m + 1)) / 2 with m = e^|x| - 1; e^|x| / 2 where that overflows.</summary>
    public static Vec Sinh(RoutineBuilder b, Vec x)
    {
        var a = b.Apply(VectorOp.Abs, x, "a");
        var m = Exponential.ExpMinusOne(b, a);
        var (half, one) = (b.Constant(x.Type, 0.5), b.Constant(x.Type, 1));
        var sinh = b.Mul(half, b.Add(m, b.Div(m, b.Add(m, one, "d"), "quotient"), "sum"), "sinh");
        return FloatFormat.WithSignOf(b, b.Select(Large(b, a), LargeHalf(b, a), sinh, "sinh"), x);
    }

    /// <summary>cosh x = (e^|x| + e^-|x|) / 2.</summary>
    public static Vec Cosh(RoutineBuilder b, Vec x)
    {
        var a = b.Apply(VectorOp.Abs, x, "a");
        var e = Exponential.ExpBounded(b, a);
        var half = b.Constant(x.Type, 0.5);
        var cosh = b.Fma(half, e, b.Div(half, e, "inverse"), "cosh");
        return b.Select(Large(b, a), LargeHalf(b, a), cosh, "cosh");
    }

    /// <summary>asinh x = log1p(|x| + x^2 / (1 + sqrt(x^2 + 1))) with the sign of x.</summary>
    public static Vec Asinh(RoutineBuilder b, Vec x)
    {
        var (one, a) = (b.Constant(x.Type, 1), b.Apply(VectorOp.Abs, x, "a"));
        var square = b.Mul(a, a, "square");
        var root = b.Apply(VectorOp.Sqrt, b.Add(square, one, "sum"), "root");
        var u = b.Add(a, b.Div(square, b.Add(root, one, "d"), "quotient"), "u");
        return FloatFormat.WithSignOf(b, HugeOr(b, a, Logarithm.LogOnePlus(b, u)), x);
    }

    /// <summary>acosh x = log1p(t + sqrt(2 t + t^2)) with t = x - 1; NaN below 1.</summary>
    public static Vec Acosh(RoutineBuilder b, Vec x)
    {
        var t = b.Sub(x, b.Constant(x.Type, 1), "t");
        var root = b.Apply(VectorOp.Sqrt, b.Fma(t, t, b.Add(t, t, "twice"), "sum"), "root");
        return HugeOr(b, x, Logarithm.LogOnePlus(b, b.Add(t, root, "u")));
    }

    /// <summary>atanh x = log1p(2 |x| / (1 - |x|)) / 2 with the sign of x; NaN beyond 1.</summary>
    public static Vec Atanh(RoutineBuilder b, Vec x)
    {
        var a = b.Apply(VectorOp.Abs, x, "a");
        var u = b.Div(b.Add(a, a, "twice"), b.Sub(b.Constant(x.Type, 1), a, "d"), "u");
        return FloatFormat.WithSignOf(b, b.Mul(b.Constant(x.Type, 0.5), Logarithm.LogOnePlus(b, u), "atanh"), x);
    }

    private static Vec Large(RoutineBuilder b, Vec a) => b.Apply(VectorOp.Greater, a, b.Constant(a.Type, a.Type == ElementType.Float64 ? 708 : 87), "large");

    private static Vec LargeHalf(RoutineBuilder b, Vec a)
    {
        // e^a / 2 = (e^(a/2))^2 / 2, which overflows no earlier than the result.
        var half = b.Constant(a.Type, 0.5);
        var e = Exponential.Exp(b, b.Mul(a, half, "halved"));
        return b.Mul(b.Mul(e, half, "low"), e, "large");
    }

    // Squares overflow from here on, and log(2 x) is exact enough.
    private static Vec HugeOr(RoutineBuilder b, Vec a, Vec otherwise)
    {
        var huge = b.Apply(VectorOp.Greater, a, b.Constant(a.Type, 1e18), "huge");
        var log = b.Add(Logarithm.Log(b, a), b.Constant(a.Type, 0.69314718055994530942), "log2x");
        return b.Select(huge, log, otherwise, "result");
    }
}
