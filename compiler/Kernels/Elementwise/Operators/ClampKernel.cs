using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>x cut to constant bounds.</summary>
public sealed class ClampKernel : IElementwiseKernel<Clamp>
{
    /// <inheritdoc/>
    public bool SupportsVector(Clamp op, IReadOnlyList<ElementType> operands) => VectorTypes.SameNumber(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Clamp op, IReadOnlyList<Vec> args) => b.Min(b.Max(args[0], b.Constant(args[0].Type, op.Min), "c"), b.Constant(args[0].Type, op.Max), "clamp");
}
