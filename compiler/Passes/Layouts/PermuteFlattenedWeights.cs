using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Layouts;

/// <summary>
/// Matches: MatMul(ReshapeTo(Transpose(x)), W) with constant W, where the reshape merges axes into the inner dimension K that were the last axes of x in
/// another order: the flattened feature map in front of a dense layer. Becomes: MatMul(ReshapeTo(x), W') with the rows of W in the order of x. Why: the
/// only thing the transposition was for is the order of the weights. Where: after transpositions were sunk.
/// </summary>
public sealed class PermuteFlattenedWeights : IPass
{
    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var patch = new Patch(graph);
        foreach (var node in graph.Nodes)
        {
            if (node.Operator is not MatMul || graph.Constant(node.Input(1)) is not { } weights || weights.Shape.Rank != 2) continue;
            var flat = node.Input(0);
            if (graph.Producer(flat) is not { Operator: ReshapeTo } reshape) continue;
            if (Permutation.Of(graph, reshape.Input(0)) is not var (_, source, perm)) continue;
            if (FlattenedAxes(reshape.Input(0).Shape, perm, flat.Shape[^1]) is not { } axes) continue;

            int first = perm.Count - axes;
            var view = weights.Reshape(Shape.Of([.. perm.Skip(first).Select(a => source.Shape[a]), weights.Shape[1]]));
            Ints inner = [.. perm.Skip(first).Select(a => a - first)];
            var permuted = Permutation.Apply(view, [.. Permutation.Inverse(inner), axes]).Reshape(weights.Shape);
            var input = patch.Add($"{flat.Name}.flat", new ReshapeTo(new(flat.Shape.ToArray())), [source], reshape);
            patch.Replace(node.Output, patch.Add(node.Output.Name, node.Operator, [input, patch.Constant(node.Input(1).Name, permuted)], node));
        }
        return patch;
    }

    /// <summary>How many last axes the reshape merges into K, when they are the last axes of the source too and the axes before them stay in order.</summary>
    private static int? FlattenedAxes(Shape transposed, Ints perm, int k)
    {
        int axes = 0;
        for (long count = 1; count < k || axes == 0; axes++)
        {
            if (axes == perm.Count) return null;
            count *= transposed[perm.Count - 1 - axes];
            if (count > k) return null;
        }
        int first = perm.Count - axes;
        return perm.Take(first).SequenceEqual(Enumerable.Range(0, first)) ? axes : null;
    }
}
