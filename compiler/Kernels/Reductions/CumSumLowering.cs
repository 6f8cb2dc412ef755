using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Kernels.Reductions;

/// <summary>CumSum: its axis is a constant operand.</summary>
public sealed class CumSumLowering : ILowering
{
    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext context)
    {
        if (node.Operator is not CumSum op || context.Constant(1) is not { } axis) return null;
        var plan = context.Plan();
        return plan.Call(new CumSumTemplate(InferenceContext.Axis(axis.AsLong(0), context.OutputType().Shape.Rank), op.Exclusive, op.Reverse), [plan.Input(0)], plan.Output());
    }
}
