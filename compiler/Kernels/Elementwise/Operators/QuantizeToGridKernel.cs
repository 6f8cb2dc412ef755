using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise.Operators;

/// <summary>x scaled, rounded, shifted and cut to bounds.</summary>
public sealed class QuantizeToGridKernel : IElementwiseKernel<QuantizeToGrid>
{
    /// <inheritdoc/>
    public Vec Emit(RoutineBuilder b, QuantizeToGrid op, IReadOnlyList<Vec> args)
    {
        var scaled = op.IsFactor ? b.Mul(args[0], args[1], "scaled") : b.Div(args[0], args[1], "scaled");
        var rounded = b.Apply(VectorOp.Round, scaled, "rounded");
        var shifted = op.Zero == 0 ? rounded : b.Add(rounded, b.Constant(op.Zero), "shifted");
        return b.Min(b.Max(shifted, b.Constant(op.Min), "above"), b.Constant(op.Max), "quantized");
    }
}
