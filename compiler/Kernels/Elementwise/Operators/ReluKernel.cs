using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>max(x, 0).</summary>
public sealed class ReluKernel : IElementwiseKernel<Relu>
{
    /// <inheritdoc/>
    public bool SupportsVector(Relu op, IReadOnlyList<ElementType> operands) => VectorTypes.SameNumber(operands);

    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Relu op, IReadOnlyList<Vec> args) => b.Max(args[0], b.Constant(args[0].Type, 0), "relu");
}
