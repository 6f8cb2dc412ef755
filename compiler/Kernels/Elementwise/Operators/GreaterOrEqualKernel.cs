using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>a &gt;= b.</summary>
public sealed class GreaterOrEqualKernel : IElementwiseKernel<GreaterOrEqual>
{
    /// <inheritdoc/>
    public bool SupportsVector(GreaterOrEqual op, IReadOnlyList<ElementType> operands) => VectorTypes.SameNumber(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, GreaterOrEqual op, IReadOnlyList<Vec> args) => b.Apply(VectorOp.GreaterOrEqual, args[0], args[1], "mask");
}
