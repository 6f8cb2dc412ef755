using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>The larger of two.</summary>
public sealed class MaxKernel : IElementwiseKernel<Max>
{
    /// <inheritdoc/>
    public bool SupportsVector(Max op, IReadOnlyList<ElementType> operands) => VectorTypes.SameNumber(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Max op, IReadOnlyList<Vec> args) => b.Max(args[0], args[1], "max");
}
