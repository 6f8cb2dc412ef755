using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Functions;

/// <summary>
/// erf x = sign(x) (1 - e^(-a g(a))) with a = |x| cut to 4 and g the minimax polynomial of degree 9 for -log(erfc a) / a (relative error of erf below 4.2e-10).
/// Float64 operands get the same polynomial.
/// </summary>
internal static class ErrorFunction
{
    private static readonly double[] Coefficients =
    [
        1.1283791666785284, 0.63661983301175913, 0.10277129172672045, -0.019117756122794416, -0.0002529245188809244, 0.0017991796803244799,
        -0.00074055522011524316, 0.00016742423832391848, -2.1341481162201008e-5, 1.1920543367058929e-6,
    ];

    /// <summary>The error function.</summary>
    public static Vec Erf(RoutineBuilder b, Vec x)
    {
        var a = b.Min(b.Apply(VectorOp.Abs, x, "a"), b.Constant(x.Type, 4), "a");
        var g = Polynomial.Evaluate(b, a, Coefficients, "g");
        var m = Exponential.ExpMinusOne(b, b.Apply(VectorOp.Negate, b.Mul(a, g, "ag"), "z"));
        var erf = FloatFormat.WithSignOf(b, b.Apply(VectorOp.Abs, m, "erf"), x);
        return erf;
    }
}
