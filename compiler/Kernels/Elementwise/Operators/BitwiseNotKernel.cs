using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Bitwise complement.</summary>
public sealed class BitwiseNotKernel : IElementwiseKernel<BitwiseNot>
{
    /// <inheritdoc/>
    public bool SupportsVector(BitwiseNot op, IReadOnlyList<ElementType> operands) => VectorTypes.AllInt32(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, BitwiseNot op, IReadOnlyList<Vec> args) => b.Apply(VectorOp.Not, args[0], "bits");
}
