using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>x (1 + erf(x / sqrt 2)) / 2, or its approximation by tanh.</summary>
public sealed class GeluKernel : IElementwiseKernel<Gelu>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Gelu op, IReadOnlyList<Vec> args)
    {
        var (x, type) = (args[0], args[0].Type);
        var half = b.Mul(x, b.Constant(type, 0.5), "half");
        if (!op.Tanh) return b.Fma(half, ErrorFunction.Erf(b, b.Mul(x, b.Constant(type, 0.70710678118654752), "scaled")), half, "gelu");
        var square = b.Mul(x, x, "square");
        var factor = b.Fma(square, b.Constant(type, 0.79788456080286536 * 0.044715), b.Constant(type, 0.79788456080286536), "factor");
        return b.Fma(half, Exponential.Tanh(b, b.Mul(x, factor, "inner")), half, "gelu");
    }
}
