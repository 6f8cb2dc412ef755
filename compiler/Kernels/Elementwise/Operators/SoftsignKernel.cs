using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>x / (1 + |x|).</summary>
public sealed class SoftsignKernel : IElementwiseKernel<Softsign>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Softsign op, IReadOnlyList<Vec> args) => b.Div(args[0], b.Add(b.Apply(VectorOp.Abs, args[0], "a"), b.Constant(args[0].Type, 1), "d"), "softsign");
}
