using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>|x|.</summary>
public sealed class AbsKernel : IElementwiseKernel<Abs>
{
    /// <inheritdoc/>
    public bool SupportsVector(Abs op, IReadOnlyList<ElementType> operands) => VectorTypes.SameNumber(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Abs op, IReadOnlyList<Vec> args) => b.Apply(VectorOp.Abs, args[0], "abs");
}
