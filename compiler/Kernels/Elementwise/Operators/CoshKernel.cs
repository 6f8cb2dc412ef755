using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Hyperbolic cosine.</summary>
public sealed class CoshKernel : IElementwiseKernel<Cosh>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Cosh op, IReadOnlyList<Vec> args) => Hyperbolic.Cosh(b, args[0]);
}
