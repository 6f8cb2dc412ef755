using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;

namespace CompileModel.Passes.Fusion;

/// <summary>
/// Matches: a graph output that holds the same elements, up to ReshapeTo, as a graph input, a constant, or an earlier output. Becomes: a copy
/// (<see cref="Elementwise"/> without a step). Why: every output has a buffer of its own, which some kernel must fill. Where: last of the fusing passes.
/// </summary>
public sealed class CopySharedOutputs : IPass
{
    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var patch = new Patch(graph);
        foreach (var output in Shared(graph)) patch.ReplaceOutput(output.Name, patch.Add($"{output.Name}.copy", new Elementwise(Expression.Identity), [output.Value]));
        return patch;
    }

    /// <summary>The outputs that have no elements of their own.</summary>
    public static IEnumerable<GraphOutput> Shared(Graph graph)
    {
        var taken = new HashSet<Value>();
        foreach (var output in graph.Outputs)
        {
            var origin = output.Value;
            while (graph.Producer(origin) is { Operator: ReshapeTo } reshape) origin = reshape.Input(0);
            if (!taken.Add(origin) || graph.Producer(origin) is null) yield return output;
        }
    }
}
