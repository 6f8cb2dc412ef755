using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>-x.</summary>
public sealed class NegKernel : IElementwiseKernel<Neg>
{
    /// <inheritdoc/>
    public bool SupportsVector(Neg op, IReadOnlyList<ElementType> operands) => VectorTypes.SameNumber(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Neg op, IReadOnlyList<Vec> args) => b.Apply(VectorOp.Negate, args[0], "negated");
}
