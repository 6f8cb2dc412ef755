using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Bitwise xor.</summary>
public sealed class BitwiseXorKernel : IElementwiseKernel<BitwiseXor>
{
    /// <inheritdoc/>
    public bool SupportsVector(BitwiseXor op, IReadOnlyList<ElementType> operands) => VectorTypes.AllInt32(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, BitwiseXor op, IReadOnlyList<Vec> args) => b.Apply(VectorOp.Xor, args[0], args[1], "bits");
}
