using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Logical or.</summary>
public sealed class OrKernel : IElementwiseKernel<Or>
{
    /// <inheritdoc/>
    public bool SupportsVector(Or op, IReadOnlyList<ElementType> operands) => VectorTypes.AllMasks(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Or op, IReadOnlyList<Vec> args) => b.Apply(VectorOp.Or, args[0], b.MaskAs(args[1], args[0].Width), "mask");
}
