using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>x^y; integers by way of float64.</summary>
public sealed class PowKernel : IElementwiseKernel<Pow>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Pow op, IReadOnlyList<Vec> args)
    {
        var (x, y) = (args[0], args[1]);
        if (x.Type is ElementType.Float32 or ElementType.Float64) return Power.Pow(b, x, y.Type == x.Type ? y : b.ConvertScalar(y, x.Type, "y"));
        var power = Power.Pow(b, b.ConvertScalar(x, ElementType.Float64, "x"), b.ConvertScalar(y, ElementType.Float64, "y"));
        return b.ConvertScalar(b.Apply(VectorOp.Round, power, "rounded"), x.Type, "pow");
    }
}
