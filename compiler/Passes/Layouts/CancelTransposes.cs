using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Layouts;

/// <summary>
/// Matches: Transpose(Transpose(x)); Transpose(constant); a Transpose that moves only axes of extent 1. Becomes: one Transpose or x; a constant; a ReshapeTo,
/// which the memory plan makes a view. Where: together with <see cref="SinkTransposes"/>.
/// </summary>
public sealed class CancelTransposes : IPass
{
    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var patch = new Patch(graph);
        foreach (var node in graph.Nodes)
        {
            if (Permutation.Of(graph, node.Outputs[0]) is not var (_, source, perm)) continue;
            var name = node.Output.Name;
            if (Permutation.IsIdentity(perm)) patch.Replace(node.Output, source);
            else if (graph.Constant(source) is { } data) patch.Replace(node.Output, patch.Constant(name, Permutation.Apply(data, perm)));
            else if (Permutation.MovesOnlyUnits(perm, source.Shape)) patch.Replace(node.Output, patch.Add(name, new ReshapeTo(new(node.Output.Shape.ToArray())), [source], node));
            else if (Permutation.Of(graph, source) is var (first, origin, before))
            {
                var both = Permutation.Compose(before, perm);
                patch.Replace(node.Output, Permutation.IsIdentity(both) ? origin : patch.Add(name, new Transpose(both), [origin], first, node));
            }
        }
        return patch;
    }
}
