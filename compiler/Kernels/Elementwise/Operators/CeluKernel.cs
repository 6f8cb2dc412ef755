using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>max(x, 0) + min(0, alpha (e^(x / alpha) - 1)).</summary>
public sealed class CeluKernel : IElementwiseKernel<Celu>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Celu op, IReadOnlyList<Vec> args)
    {
        var type = args[0].Type;
        var zero = b.Constant(type, 0);
        var power = Exponential.ExpMinusOne(b, b.Mul(args[0], b.Constant(type, 1.0 / op.Alpha), "scaled"));
        return b.Add(b.Max(args[0], zero, "upper"), b.Min(b.Mul(power, b.Constant(type, op.Alpha), "power"), zero, "lower"), "celu");
    }
}
