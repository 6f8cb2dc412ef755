using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>Whether x is infinite, of the signs asked for.</summary>
public sealed class IsInfKernel : IElementwiseKernel<IsInf>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, IsInf op, IReadOnlyList<Vec> args)
    {
        var size = op is { Negative: true, Positive: true } ? b.Apply(VectorOp.Abs, args[0], "a") : op.Negative ? b.Apply(VectorOp.Negate, args[0], "n") : args[0];
        var bound = b.Constant(args[0].Type, op.Negative || op.Positive ? double.PositiveInfinity : double.NaN);
        return b.Apply(VectorOp.Equal, size, bound, "mask");
    }
}
