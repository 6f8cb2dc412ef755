using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Hyperbolic sine.</summary>
public sealed class SinhKernel : IElementwiseKernel<Sinh>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Sinh op, IReadOnlyList<Vec> args) => Hyperbolic.Sinh(b, args[0]);
}
