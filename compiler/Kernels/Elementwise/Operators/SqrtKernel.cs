using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Square root.</summary>
public sealed class SqrtKernel : IElementwiseKernel<Sqrt>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Sqrt op, IReadOnlyList<Vec> args) => b.Apply(VectorOp.Sqrt, args[0], "root");
}
