using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Hyperbolic tangent.</summary>
public sealed class TanhKernel : IElementwiseKernel<Tanh>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Tanh op, IReadOnlyList<Vec> args) => Exponential.Tanh(b, args[0]);
}
