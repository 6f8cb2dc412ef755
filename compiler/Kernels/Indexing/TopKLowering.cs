using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Kernels.Indexing;

/// <summary>TopK: the number of results is in their shape; a result that nobody asked for goes to a temporary.</summary>
public sealed class TopKLowering : ILowering
{
    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext context)
    {
        if (node.Operator is not TopK op) return null;
        var plan = context.Plan();
        var shape = node.PresentOutputs.First().Shape;
        PlanValue Result(int index, ElementType type) =>
            index < node.Outputs.Length && node.Outputs[index] is not null ? plan.Output(index) : plan.Temporary(context.Hint($"unused{index}"), new(type, shape));
        var template = new TopKTemplate(InferenceContext.Axis(op.Axis, shape.Rank), op.Largest);
        return plan.Call(template, [plan.Input(0)], Result(0, context.InputType(0).Element), Result(1, ElementType.Int64));
    }
}
