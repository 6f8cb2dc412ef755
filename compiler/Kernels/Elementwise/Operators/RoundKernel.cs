using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Nearest integer, ties to even.</summary>
public sealed class RoundKernel : IElementwiseKernel<Round>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Round op, IReadOnlyList<Vec> args) => b.Apply(VectorOp.Round, args[0], "rounded");
}
