using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>a &gt; b.</summary>
public sealed class GreaterKernel : IElementwiseKernel<Greater>
{
    /// <inheritdoc/>
    public bool SupportsVector(Greater op, IReadOnlyList<ElementType> operands) => VectorTypes.SameNumber(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Greater op, IReadOnlyList<Vec> args) => b.Apply(VectorOp.Greater, args[0], args[1], "mask");
}
