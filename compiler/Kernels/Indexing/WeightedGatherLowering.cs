using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Kernels.Indexing;

/// <summary>Weighted sums of rows, by one kernel; a row of zeros stands for what lies outside.</summary>
public sealed class WeightedGatherLowering : ILowering
{
    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext context)
    {
        if (node.Operator is not WeightedGather) return null;
        var plan = context.Plan();
        var x = context.InputType(0);
        var zeros = plan.Constant(context.Hint("zeros"), Tensor.Zeros(x.Element, Shape.Of(x.Shape[2])));
        var template = new WeightedGatherTemplate(context.InputType(1).Shape[1], x.Shape[2], node.Inputs.Length > 2, x.Element);
        return plan.Call(template, [.. Enumerable.Range(0, node.Inputs.Length).Select(plan.Input), zeros], plan.Output());
    }
}
