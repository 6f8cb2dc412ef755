using CompileModel.IR;

namespace CompileModel.Kernels.Loops;

/// <summary>The lowering of an operator by one kernel on its own operands.</summary>
/// <param name="choose">The kernel, or null when it does not apply.</param>
public sealed class Direct<TOperator>(Func<TOperator, LoweringContext, KernelTemplate?> choose) : ILowering where TOperator : Operator
{
    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext context)
    {
        if (node.Operator is not TOperator op || node.Inputs.Any(i => i is null) || node.Outputs.Any(o => o is null) || choose(op, context) is not { } template) return null;
        var plan = context.Plan();
        return plan.Call(template, [.. Enumerable.Range(0, node.Inputs.Length).Select(plan.Input)], [.. Enumerable.Range(0, node.Outputs.Length).Select(plan.Output)]);
    }
}
