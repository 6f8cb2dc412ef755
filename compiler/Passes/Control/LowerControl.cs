using System.Collections.Immutable;
using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels;
using CompileModel.Passes.Planning;
using CompileModel.Targets;

namespace CompileModel.Passes.Control;

/// <summary>
/// Matches: If and Iterate. Becomes: a <see cref="ControlTemplate"/>, whose bodies are lowered and planned each by itself. Why: a body runs under a condition or
/// many times, so its values cannot share the live ranges of the graph around it. Where: part of <see cref="Lower"/>.
/// </summary>
internal static class LowerControl
{
    /// <summary>The plan for a node, or null when it is no control flow.</summary>
    /// <exception cref="Diagnostics.CompilationException">A node of a body has no kernel.</exception>
    public static KernelPlan? TryLower(LoweringContext context, string file) => context.Node.Operator switch
    {
        If op => Branch(context, op, file),
        Iterate op => Repeat(context, op, file),
        _ => null,
    };

    private static KernelPlan Branch(LoweringContext context, If op, string file)
    {
        var ((then, thenConstants), (@else, elseConstants)) = (Plan(op.Then, context.Target, file), Plan(op.Else, context.Target, file));
        var plan = context.Plan();
        IEnumerable<PlanValue> Constants(IReadOnlyList<Tensor> data) => data.Select(t => plan.Constant(context.Hint("const"), t));
        PlanValue[] thenInputs = [.. Enumerable.Range(1, op.Then.Inputs.Length).Select(plan.Input)], elseInputs = [.. Enumerable.Range(1 + op.Then.Inputs.Length, op.Else.Inputs.Length).Select(plan.Input)];
        return plan.Call(new BranchTemplate(then, @else, op.ThenObstacle, op.ElseObstacle),
            [plan.Input(0), .. thenInputs, .. Constants(thenConstants), .. elseInputs, .. Constants(elseConstants)],
            [.. Results(context, plan, op.Then.Outputs.Select(o => o.Value.Type)), Arena(context, plan, Math.Max(then.ArenaBytes, @else.ArenaBytes))]);
    }

    private static KernelPlan Repeat(LoweringContext context, Iterate op, string file)
    {
        var (body, constants) = Plan(op.Body, context.Target, file);
        var plan = context.Plan();
        var node = context.Node;
        var slices = op.Body.Inputs.Skip(1 + op.States).Take(op.InputAxes.Count).Select(v => plan.Temporary(context.Hint("slice"), v.Type));
        var next = op.Body.Outputs.Select(o => plan.Temporary(context.Hint("next"), o.Value.Type));
        return plan.Call(new RepeatTemplate(op, node.Inputs[0] is not null, node.Inputs[1] is not null, body),
            [.. Enumerable.Range(0, node.Inputs.Length).Where(i => node.Inputs[i] is not null).Select(plan.Input), .. constants.Select(t => plan.Constant(context.Hint("const"), t))],
            [.. Results(context, plan, context.Graph.Infer(op, node.Inputs, node.Outputs.Length)), plan.Temporary(context.Hint("trip"), new(ElementType.Int64, Shape.Scalar)), .. slices, .. next, Arena(context, plan, body.ArenaBytes)]);
    }

    /// <summary>All results of the body have a place, wanted or not.</summary>
    private static PlanValue[] Results(LoweringContext context, KernelPlan plan, IEnumerable<TensorType> types) =>
        [.. types.Select((type, i) => context.Node.Outputs[i] is null ? plan.Temporary(context.Hint("unused"), type) : plan.Output(i))];

    private static PlanValue Arena(LoweringContext context, KernelPlan plan, long bytes) =>
        plan.Temporary(context.Hint("arena"), new(ElementType.Float32, Shape.Of(checked((int)((bytes + 3) / 4)))));

    /// <summary>Lowers and plans a body. Its constants become inputs, so that all weights of the model lie in one blob.</summary>
    private static (MemoryPlan Plan, IReadOnlyList<Tensor> Constants) Plan(Graph body, TargetProfile target, string file)
    {
        var lowered = Lower.Run(body, target, file);
        Value[] constants = [.. lowered.Nodes.SelectMany(n => n.PresentInputs).Where(lowered.Constants.ContainsKey).Distinct()];
        var open = new Graph(body.Name, lowered.Stage, [.. lowered.Inputs, .. constants], lowered.Outputs, lowered.Nodes, ImmutableDictionary<Value, Tensor>.Empty);
        return (MemoryPlanner.Plan(open), [.. constants.Select(c => lowered.Constants[c])]);
    }
}
