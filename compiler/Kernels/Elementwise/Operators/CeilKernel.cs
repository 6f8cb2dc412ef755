using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Smallest integer not below x.</summary>
public sealed class CeilKernel : IElementwiseKernel<Ceil>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Ceil op, IReadOnlyList<Vec> args) => b.Apply(VectorOp.Ceiling, args[0], "rounded");
}
