using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise.Functions;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>log(1 + e^x) = max(x, 0) + log(1 + e^-|x|).</summary>
public sealed class SoftplusKernel : IElementwiseKernel<Softplus>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Softplus op, IReadOnlyList<Vec> args)
    {
        var e = Exponential.ExpBounded(b, b.Apply(VectorOp.Negate, b.Apply(VectorOp.Abs, args[0], "a"), "z"));
        return b.Add(b.Max(args[0], b.Constant(args[0].Type, 0), "upper"), Logarithm.LogOnePlusUnit(b, e), "softplus");
    }
}
