using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>x tanh(log(1 + e^x)) = x n / (n + 2) with n = e^x (e^x + 2).</summary>
public sealed class MishKernel : IElementwiseKernel<Mish>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Mish op, IReadOnlyList<Vec> args)
    {
        var two = b.Constant(args[0].Type, 2);
        // The quotient is 1 from x = 20 on, and n must not overflow.
        var e = Exponential.ExpBounded(b, b.Min(args[0], b.Constant(args[0].Type, 20), "cut"));
        var n = b.Mul(e, b.Add(e, two, "e2"), "n");
        return b.Mul(args[0], b.Div(n, b.Add(n, two, "d"), "gate"), "mish");
    }
}
