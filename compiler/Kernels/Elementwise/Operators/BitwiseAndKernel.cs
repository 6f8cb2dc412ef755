using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Bitwise and.</summary>
public sealed class BitwiseAndKernel : IElementwiseKernel<BitwiseAnd>
{
    /// <inheritdoc/>
    public bool SupportsVector(BitwiseAnd op, IReadOnlyList<ElementType> operands) => VectorTypes.AllInt32(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, BitwiseAnd op, IReadOnlyList<Vec> args) => b.Apply(VectorOp.And, args[0], args[1], "bits");
}
