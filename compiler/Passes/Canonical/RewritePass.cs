using CompileModel.IR;

namespace CompileModel.Passes.Canonical;

/// <summary>A pass that looks at nodes of one operator and replaces the one result of some of them.</summary>
/// <typeparam name="TOperator">The operator at the root of the pattern, or a base of several.</typeparam>
public abstract class RewritePass<TOperator> : IPass where TOperator : Operator
{
    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var patch = new Patch(graph);
        foreach (var node in graph.Nodes)
        {
            if (node.Operator is not TOperator op || node.Outputs.Length != 1) continue;
            if (Rewrite(new Match(graph, patch, node), op) is { } value) patch.Replace(node.Output, value);
        }
        return patch;
    }

    /// <summary>Adds what computes the same to the patch.</summary>
    /// <param name="at">The node, with helpers. New nodes must not read its result.</param>
    /// <param name="op">The node's operator.</param>
    /// <returns>The value that takes the place of the node's result, of the same type; null to leave the node alone.</returns>
    protected abstract Value? Rewrite(Match at, TOperator op);
}
