using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>a == b.</summary>
public sealed class EqualKernel : IElementwiseKernel<Equal>
{
    /// <inheritdoc/>
    public bool SupportsVector(Equal op, IReadOnlyList<ElementType> operands) => VectorTypes.SameNumber(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Equal op, IReadOnlyList<Vec> args) => b.Apply(VectorOp.Equal, args[0], args[1], "mask");
}
