using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.Kernels;
using CompileModel.Kernels.Winograd;
using CompileModel.Passes.Canonical;
using CompileModel.Passes.Control;
using CompileModel.Passes.Fusion;
using CompileModel.Targets;

namespace CompileModel.Passes;

/// <summary>
/// Matches: every node of the Fused graph. Becomes: the kernel calls of the first strategy in <see cref="Lowerings"/> that takes it, with the
/// constants it packed; nodes that only rename data stay for the memory plan. Why: from here on nothing but kernels of the target is left.
/// Where: the step from Fused to Lowered. A node that no strategy takes is a diagnostic, and all of them are reported at once.
/// </summary>
public static class Lower
{
    /// <summary>The Lowered graph.</summary>
    /// <exception cref="CompilationException">CM3002 for every node without a kernel.</exception>
    /// <param name="graph">The Fused graph.</param>
    /// <param name="target">The processor.</param>
    /// <param name="file">The model, for diagnostics.</param>
    /// <param name="forms">The convolutions that are computed by transformed tiles; by default what <see cref="ConvolutionForms.Choose"/> says.</param>
    public static Graph Run(Graph graph, TargetProfile target, string file, IReadOnlyDictionary<Node, WinogradForm>? forms = null)
    {
        forms ??= ConvolutionForms.Choose(graph, target);
        var patch = new Patch(graph);
        var problems = new DiagnosticBag();
        foreach (var node in graph.Nodes)
        {
            if (node.Operator.Until > Stage.Fused) continue;
            KernelPlan? plan;
            try
            {
                plan = LowerControl.TryLower(new(graph, node, target, forms), file) ?? Lowerings.Lower(graph, node, target, forms);
            }
            catch (CompilationException e)
            {
                foreach (var problem in e.Diagnostics) problems.Add(problem);
                continue;
            }
            if (plan is null)
            {
                string types = string.Join(", ", node.PresentInputs.Select(i => i.Type.ToString()));
                problems.Error(DiagnosticCodes.NoKernel, $"no kernel for {node.Operator.Name}({types}) on {target.Name}", new(file, node.Where),
                    "leave the node out of the model, or change its types or attributes; docs/OPERATORS.md lists what is compiled");
            }
            else
            {
                Apply(patch, node, plan);
            }
        }
        problems.ThrowIfErrors();

        // Two readers that want the same padded or packed operand share it, but not when that takes a buffer from an output.
        var lowered = patch.Apply(Stage.Lowered);
        var merged = PassManager.Run(lowered, new MergeDuplicates());
        return CopySharedOutputs.Shared(merged).Any() ? lowered : merged;
    }

    private static void Apply(Patch patch, Node node, KernelPlan plan)
    {
        var values = new Dictionary<PlanValue, Value>();
        foreach (var step in plan.Steps)
        {
            var inputs = step.Inputs.Select(Resolve).ToArray();
            var call = new KernelCall(step.Template, [.. step.Outputs.Select(o => o.Type)]);
            var outputs = patch.AddMany([.. step.Outputs.Select(Hint)], call, inputs, node);
            foreach (var (planned, value) in step.Outputs.Zip(outputs)) values.Add(planned, value);
        }
        for (int i = 0; i < node.Outputs.Length; i++)
            if (node.Outputs[i] is { } output && values.FirstOrDefault(v => v.Key is PlanValue.NodeOutput o && o.Index == i).Value is { } value) patch.Replace(output, value);

        Value Resolve(PlanValue value) => value switch
        {
            PlanValue.NodeInput input => node.Input(input.Index),
            PlanValue.Constant constant => values.TryGetValue(constant, out var known) ? known : values[constant] = patch.Constant(constant.Hint, constant.Data),
            _ => values[value],
        };

        string Hint(PlanValue value) => value switch
        {
            PlanValue.NodeOutput output => node.Outputs[output.Index]!.Name,
            PlanValue.Temporary temporary => temporary.Hint,
            _ => throw new InternalCompilerException($"{node.Operator.Name}: a kernel writes to {value}"),
        };
    }
}
