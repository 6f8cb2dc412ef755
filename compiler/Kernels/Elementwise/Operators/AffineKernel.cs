using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>alpha x + beta.</summary>
public sealed class AffineKernel : IElementwiseKernel<Affine>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Affine op, IReadOnlyList<Vec> args) => b.Fma(args[0], b.Constant(args[0].Type, op.Alpha), b.Constant(args[0].Type, op.Beta), "affine");
}
