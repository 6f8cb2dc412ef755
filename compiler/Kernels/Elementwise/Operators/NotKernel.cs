using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Logical complement.</summary>
public sealed class NotKernel : IElementwiseKernel<Not>
{
    /// <inheritdoc/>
    public bool SupportsVector(Not op, IReadOnlyList<ElementType> operands) => VectorTypes.AllMasks(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Not op, IReadOnlyList<Vec> args) => b.Apply(VectorOp.Not, args[0], "mask");
}
