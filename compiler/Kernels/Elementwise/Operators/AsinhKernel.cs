using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Inverse hyperbolic sine.</summary>
public sealed class AsinhKernel : IElementwiseKernel<Asinh>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Asinh op, IReadOnlyList<Vec> args) => Hyperbolic.Asinh(b, args[0]);
}
