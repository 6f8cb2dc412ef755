using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Kernels.Reductions;

/// <summary>CumSum and CumProd: the axis is a constant operand.</summary>
public sealed class CumSumLowering : ILowering
{
    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext context)
    {
        if (node.Operator is not (CumSum or CumProd) || context.Constant(1) is not { } axis) return null;
        int along = InferenceContext.Axis(axis.AsLong(0), context.OutputType().Shape.Rank);
        var template = node.Operator is CumProd product ? new CumSumTemplate(along, product.Exclusive, product.Reverse, true)
            : node.Operator is CumSum sum ? new CumSumTemplate(along, sum.Exclusive, sum.Reverse, false) : null;
        var plan = context.Plan();
        return template is null ? null : plan.Call(template, [plan.Input(0)], plan.Output());
    }
}
