using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>a + b.</summary>
public sealed class AddKernel : IElementwiseKernel<Add>
{
    /// <inheritdoc/>
    public bool SupportsVector(Add op, IReadOnlyList<ElementType> operands) => VectorTypes.SameNumber(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Add op, IReadOnlyList<Vec> args) => b.Add(args[0], args[1], "sum");
}
