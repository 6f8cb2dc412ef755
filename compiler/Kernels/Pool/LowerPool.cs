using CompileModel.IR;
using CompileModel.IR.Operators.Fused;

namespace CompileModel.Kernels.Pool;

/// <summary>Pooling by <see cref="PoolTemplate"/>: maxima of every numeric type that is not a 16-bit float, means of float32 and float64.</summary>
public sealed class LowerPool : ILowering
{
    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext c)
    {
        var type = c.InputType(0).Element;
        if (type is ElementType.Float16 or ElementType.BFloat16 or ElementType.Bool or ElementType.String)
            return null;
        var scalar = type is ElementType.Float32 or ElementType.Int32 || type.IsByte() ? null : $"no vector code for {type.ShortName()}";
        var template = node.Operator switch
        {
            MaxPoolNhwc p => new PoolTemplate(PoolKind.Max, p.Kernel, p.Strides, p.Dilations, p.Pads, scalar),
            AveragePoolNhwc p when type is ElementType.Float32 or ElementType.Float64 =>
                new PoolTemplate(p.CountIncludePad ? PoolKind.AverageWithPads : PoolKind.Average, p.Kernel, p.Strides, p.Dilations, p.Pads, scalar),
            _ => null,
        };
        var plan = c.Plan();
        return template is null ? null : plan.Call(template, [plan.Input(0)], plan.Output());
    }
}
