using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>a * b.</summary>
public sealed class MulKernel : IElementwiseKernel<Mul>
{
    /// <inheritdoc/>
    public bool SupportsVector(Mul op, IReadOnlyList<ElementType> operands) => VectorTypes.SameNumber(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Mul op, IReadOnlyList<Vec> args) => b.Mul(args[0], args[1], "product");
}
