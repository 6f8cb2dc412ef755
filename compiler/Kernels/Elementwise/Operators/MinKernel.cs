using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>The smaller of two.</summary>
public sealed class MinKernel : IElementwiseKernel<Min>
{
    /// <inheritdoc/>
    public bool SupportsVector(Min op, IReadOnlyList<ElementType> operands) => VectorTypes.SameNumber(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Min op, IReadOnlyList<Vec> args) => b.Min(args[0], args[1], "min");
}
