using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>x, or alpha x where x is negative; one maximum when alpha is in 0..1.</summary>
public sealed class LeakyReluKernel : IElementwiseKernel<LeakyRelu>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, LeakyRelu op, IReadOnlyList<Vec> args)
    {
        var scaled = b.Mul(args[0], b.Constant(args[0].Type, op.Alpha), "scaled");
        if (op.Alpha is >= 0 and <= 1) return b.Max(args[0], scaled, "leaky");
        return b.Select(b.Apply(VectorOp.Less, args[0], b.Constant(args[0].Type, 0), "negative"), scaled, args[0], "leaky");
    }
}
