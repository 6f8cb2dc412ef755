using CompileModel.IR;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: every operator that is defined by others.</para>
/// <para>Becomes: its formula.</para>
/// <para>Why: the parts have kernels and take part in fusion.</para>
/// <para>Where: before everything that matches canonical operators.</para>
/// </summary>
public sealed class ExpandComposites : IPass
{
    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var patch = new Patch(graph);
        foreach (var node in graph.Nodes)
            if (node.Operator is CompositeOperator op) Expand(patch, graph, node, op);
        return patch;
    }

    private static void Expand(Patch patch, Graph graph, Node node, CompositeOperator op)
    {
        var formula = new Formula(graph.Constant);
        var results = op.Expand(formula, node.Inputs, node.Outputs.Length);
        var copy = FormulaNodes.Put(patch, formula, node.PresentOutputs.First().Name, node);
        for (int i = 0; i < node.Outputs.Length; i++)
            if (node.Outputs[i] is { } output) patch.Replace(output, copy(results[i])!);
    }
}
