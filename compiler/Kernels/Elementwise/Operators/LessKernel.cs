using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>a &lt; b.</summary>
public sealed class LessKernel : IElementwiseKernel<Less>
{
    /// <inheritdoc/>
    public bool SupportsVector(Less op, IReadOnlyList<ElementType> operands) => VectorTypes.SameNumber(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Less op, IReadOnlyList<Vec> args) => b.Apply(VectorOp.Less, args[0], args[1], "mask");
}
