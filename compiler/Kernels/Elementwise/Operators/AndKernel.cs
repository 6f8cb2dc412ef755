using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Logical and.</summary>
public sealed class AndKernel : IElementwiseKernel<And>
{
    /// <inheritdoc/>
    public bool SupportsVector(And op, IReadOnlyList<ElementType> operands) => VectorTypes.AllMasks(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, And op, IReadOnlyList<Vec> args) => b.Apply(VectorOp.And, args[0], b.MaskAs(args[1], args[0].Width), "mask");
}
