using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Bitwise or.</summary>
public sealed class BitwiseOrKernel : IElementwiseKernel<BitwiseOr>
{
    /// <inheritdoc/>
    public bool SupportsVector(BitwiseOr op, IReadOnlyList<ElementType> operands) => VectorTypes.AllInt32(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, BitwiseOr op, IReadOnlyList<Vec> args) => b.Apply(VectorOp.Or, args[0], args[1], "bits");
}
