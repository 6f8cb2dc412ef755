using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>1 / x.</summary>
public sealed class ReciprocalKernel : IElementwiseKernel<Reciprocal>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Reciprocal op, IReadOnlyList<Vec> args) => b.Div(b.Constant(args[0].Type, 1), args[0], "inverse");
}
