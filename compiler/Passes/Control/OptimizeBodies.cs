using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Control;

/// <summary>
/// <para>Matches: If and Iterate whose bodies are typed only.</para>
/// <para>Becomes: the same with bodies that went through all passes.</para>
/// <para>Why: a body is a graph like any other.</para>
/// <para>Where: last, when no pass looks at the operators of a node's neighbours any more; a body's own bodies are done on the way.</para>
/// </summary>
public sealed class OptimizeBodies : IPass
{
    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var patch = new Patch(graph);
        foreach (var node in graph.Nodes)
        {
            Operator? op = node.Operator switch
            {
                If { Then.Stage: Stage.Typed } branch => branch with { Then = Optimized(branch.Then), Else = Optimized(branch.Else) },
                Iterate { Body.Stage: Stage.Typed } loop => loop with { Body = Optimized(loop.Body) },
                _ => null,
            };
            if (op is null) continue;
            var results = patch.AddMany([.. node.Outputs.Select((o, i) => o?.Name ?? $"{node.PresentOutputs.First().Name}.{i}")], op, node.Inputs, node);
            for (int i = 0; i < results.Count; i++)
                if (node.Outputs[i] is { } output) patch.Replace(output, results[i]);
        }
        return patch;
    }

    private static Graph Optimized(Graph body) => new PassManager().Run(body, Pipeline.Groups, Stage.Fused);
}
