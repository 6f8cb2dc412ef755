using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Kernels.Reductions;

/// <summary>CumSum and CumProd: the axis is a constant operand.</summary>
public sealed class CumSumLowering : ILowering
{
    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext context)
    {
        if (node.Operator is not RunningOperator op || context.Constant(1) is not { } axis) return null;
        int along = InferenceContext.Axis(axis.AsLong(0), context.OutputType().Shape.Rank);
        var plan = context.Plan();
        return plan.Call(new CumSumTemplate(along, op.Exclusive, op.Reverse, op is CumProd), [plan.Input(0)], plan.Output());
    }
}
