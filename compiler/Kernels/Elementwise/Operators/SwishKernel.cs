using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>x sigmoid(alpha x).</summary>
public sealed class SwishKernel : IElementwiseKernel<Swish>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Swish op, IReadOnlyList<Vec> args)
    {
        var scaled = op.Alpha == 1 ? args[0] : b.Mul(args[0], b.Constant(args[0].Type, op.Alpha), "scaled");
        return b.Mul(args[0], Exponential.Sigmoid(b, scaled), "swish");
    }
}
