using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>a &lt;= b.</summary>
public sealed class LessOrEqualKernel : IElementwiseKernel<LessOrEqual>
{
    /// <inheritdoc/>
    public bool SupportsVector(LessOrEqual op, IReadOnlyList<ElementType> operands) => VectorTypes.SameNumber(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, LessOrEqual op, IReadOnlyList<Vec> args) => b.Apply(VectorOp.LessOrEqual, args[0], args[1], "mask");
}
