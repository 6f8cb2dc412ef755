using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>a - b.</summary>
public sealed class SubKernel : IElementwiseKernel<Sub>
{
    /// <inheritdoc/>
    public bool SupportsVector(Sub op, IReadOnlyList<ElementType> operands) => VectorTypes.SameNumber(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Sub op, IReadOnlyList<Vec> args) => b.Sub(args[0], args[1], "difference");
}
