using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>x, or alpha (e^x - 1) where x is not positive.</summary>
public sealed class EluKernel : IElementwiseKernel<Elu>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Elu op, IReadOnlyList<Vec> args)
    {
        var negative = b.Mul(Exponential.ExpMinusOne(b, args[0]), b.Constant(args[0].Type, op.Alpha), "scaled");
        return b.Select(b.Apply(VectorOp.Greater, args[0], b.Constant(args[0].Type, 0), "positive"), args[0], negative, "elu");
    }
}
