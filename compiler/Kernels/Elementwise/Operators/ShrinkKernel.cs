using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>x + bias below -lambda, x - bias above lambda, 0 between.</summary>
public sealed class ShrinkKernel : IElementwiseKernel<Shrink>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, Shrink op, IReadOnlyList<Vec> args)
    {
        if (!args[0].Type.IsFloat()) return b.ConvertScalar(Emit(b, op, [b.ConvertScalar(args[0], ElementType.Float64, "x")]), args[0].Type, "shrunk");
        var (x, type) = (args[0], args[0].Type);
        var (bias, bound, zero) = (b.Constant(type, op.Bias), b.Constant(type, op.Lambd), b.Constant(type, 0));
        var upper = b.Select(b.Apply(VectorOp.Greater, x, bound, "above"), b.Sub(x, bias, "less"), zero, "upper");
        return b.Select(b.Apply(VectorOp.Less, x, b.Constant(type, -op.Lambd), "below"), b.Add(x, bias, "more"), upper, "shrunk");
    }
}
