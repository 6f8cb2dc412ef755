using CompileModel.IR;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: nodes and constants that no result of the graph depends on.</para>
/// <para>Becomes: nothing.</para>
/// <para>Why: exporters leave training outputs and debugging nodes behind.</para>
/// <para>Where: once, at the start; every patch drops what it makes unused itself.</para>
/// </summary>
public sealed class EliminateDead : IPass
{
    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var after = new Patch(graph).Apply();
        return after.Nodes.Length == graph.Nodes.Length && after.Constants.Count == graph.Constants.Count ? null : new Patch(graph) { DropsUnused = true };
    }
}
