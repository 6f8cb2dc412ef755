using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>a shifted by b bits.</summary>
public sealed class BitShiftKernel : IElementwiseKernel<BitShift>
{
    /// <inheritdoc/>
    public bool SupportsVector(BitShift op, IReadOnlyList<ElementType> operands) => false;

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, BitShift op, IReadOnlyList<Vec> args) => b.Apply(op.Left ? VectorOp.ShiftLeftBy : VectorOp.ShiftRightBy, args[0], args[1], "shifted");
}
