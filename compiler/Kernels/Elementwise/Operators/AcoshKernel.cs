using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Inverse hyperbolic cosine.</summary>
public sealed class AcoshKernel : IElementwiseKernel<Acosh>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Acosh op, IReadOnlyList<Vec> args) => Hyperbolic.Acosh(b, args[0]);
}
