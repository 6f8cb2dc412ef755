using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Functions;

/// <summary>Polynomials in Horner form.</summary>
internal static class Polynomial
{
    /// <summary>c[0] + c[1] x + c[2] x^2 + ...; at least two coefficients.</summary>
    public static Vec Evaluate(RoutineBuilder b, Vec x, ReadOnlySpan<double> c, string name = "p")
    {
        var sum = b.Fma(b.Constant(x.Type, c[^1]), x, b.Constant(x.Type, c[^2]), name);
        for (int i = c.Length - 3; i >= 0; i--) sum = b.Fma(sum, x, b.Constant(x.Type, c[i]), name);
        return sum;
    }
}
