using System.Globalization;
using System.Text;
using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.Kernels;
using CompileModel.Kernels.Winograd;
using CompileModel.Targets;

namespace CompileModel.Cli.Inspection;

/// <summary>The text of <c>--why-kernel</c>: what the lowering strategies weighed for a node, with predicted costs, and the pick.</summary>
internal static class KernelReasons
{
    /// <summary>Explains the nodes that come from an ONNX node.</summary>
    /// <param name="graph">The fused graph.</param>
    /// <param name="target">The processor.</param>
    /// <param name="which">Name or number of the ONNX node, or <c>all</c>.</param>
    /// <exception cref="CompilationException">No kernel comes from such a node.</exception>
    public static string Of(Graph graph, TargetProfile target, string which)
    {
        var nodes = graph.Nodes.Where(n => n.Operator.Until <= Stage.Fused && (which == "all" || n.Origins.Any(o => o.Name == which || o.Index.ToString(CultureInfo.InvariantCulture) == which))).ToArray();
        if (nodes.Length == 0)
            throw new CompilationException(DiagnosticCodes.BadOption, $"--why-kernel: no kernel comes from a node '{which}'", hint: "it is no node of the model, or nothing is left of it to compute; '--why-kernel all' shows all");
        var text = new StringBuilder();
        var forms = ConvolutionForms.Choose(graph, target);
        foreach (var node in nodes) Explain(text, graph, node, target, forms);
        return text.ToString();
    }

    private static void Explain(StringBuilder text, Graph graph, Node node, TargetProfile target, IReadOnlyDictionary<Node, WinogradForm> forms)
    {
        var (candidates, plan) = Lowerings.Explain(graph, node, target, forms);
        string Types(IEnumerable<Value> values) => string.Join(", ", values.Select(v => v.Type));
        text.Append(CultureInfo.InvariantCulture, $"{string.Join(" + ", node.Origins)}\n  {node.Operator.Name}({Types(node.PresentInputs)}) -> {Types(node.PresentOutputs)}\n");
        text.Append(CultureInfo.InvariantCulture, $"  kernels on {target.Name}: {(plan is null ? "none" : string.Join(", ", plan.Steps.Select(Kernel)))}\n");
        int width = candidates.Select(c => c.Name.Length).Append(0).Max();
        foreach (var c in candidates)
        {
            string cost = c.Obstacle ?? (double.IsNaN(c.Cycles) ? "" : string.Create(CultureInfo.InvariantCulture, $"{c.Cycles,14:N0} cycles  {c.WeightBytes / 1024.0,10:N1} KB of weights"));
            text.Append(CultureInfo.InvariantCulture, $"  {(c.IsPicked ? '*' : ' ')} {c.Name.PadRight(width)}  {cost}\n");
        }
    }

    private static string Kernel(KernelPlan.Step step) => step.Template.Family + (step.Template.ScalarReason is { } reason ? $" (scalar: {reason})" : "");
}
