using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>gamma x, or gamma alpha (e^x - 1) where x is not positive.</summary>
public sealed class SeluKernel : IElementwiseKernel<Selu>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Selu op, IReadOnlyList<Vec> args)
    {
        var type = args[0].Type;
        var negative = b.Mul(Exponential.ExpMinusOne(b, args[0]), b.Constant(type, (double)op.Alpha * op.Gamma), "scaled");
        var positive = b.Mul(args[0], b.Constant(type, op.Gamma), "linear");
        return b.Select(b.Apply(VectorOp.Greater, args[0], b.Constant(type, 0), "positive"), positive, negative, "selu");
    }
}
