using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>a where the condition holds, else b.</summary>
public sealed class WhereKernel : IElementwiseKernel<Where>
{
    /// <inheritdoc/>
    public bool SupportsVector(Where op, IReadOnlyList<ElementType> operands) => VectorTypes.SameNumber([operands[1], operands[2]]);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Where op, IReadOnlyList<Vec> args) => b.Select(args[0], args[1], args[2], "chosen");
}
