using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Layouts;

/// <summary>
/// Matches: an elementwise node whose operands are reshaped alike (or are single elements, or constants of the full shape), ReshapeTo(x) with x of one shape.
/// Becomes: ReshapeTo(e(x)). Why: the elementwise node then follows its producer directly and goes into its epilogue; the reshape costs nothing anywhere.
/// A reshape that only adds or removes axes of extent 1 lets constants that broadcast along other axes pass too. Where: with <see cref="SinkTransposes"/>.
/// </summary>
public sealed class SinkReshapes : IPass
{
    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var patch = new Patch(graph);
        foreach (var node in graph.Nodes)
        {
            if (node.Operator is not ElementwiseOperator) continue;
            var to = node.Output.Shape;
            if (node.PresentInputs.FirstOrDefault(v => Reshaped(graph, v) is not null && v.Shape.Equals(to)) is not { } lead) continue;
            var from = Reshaped(graph, lead)!.Shape;
            var makers = node.PresentInputs.Select(v => Before(graph, patch, v, from, to)).ToArray();
            if (makers.Any(m => m is null)) continue;
            var inner = patch.Add($"{node.Output.Name}.inner", node.Operator, [.. makers.Select(m => m!())], node);
            patch.Replace(node.Output, patch.Add(node.Output.Name, new ReshapeTo(new(to.ToArray())), [inner], graph.Producer(lead)!));
        }
        return patch;
    }

    private static Value? Reshaped(Graph graph, Value value) => graph.Producer(value) is { Operator: ReshapeTo } node ? node.Input(0) : null;

    /// <summary>Gives the operand of the node in front of the reshape; null when there is no such operand.</summary>
    private static Func<Value>? Before(Graph graph, Patch patch, Value value, Shape from, Shape to)
    {
        if (value.Shape.Equals(to) && Reshaped(graph, value) is { } source && source.Shape.Equals(from)) return () => source;
        if (value.Shape.Count == 1 && value.Shape.Rank <= from.Rank) return () => value;
        if (graph.Constant(value) is not { } data) return null;
        if (value.Shape.Equals(to)) return () => patch.Constant(value.Name, data.Reshape(from));

        // Where only units come and go, an operand that broadcasts keeps the extents of the axes that stay.
        int[] kept = [.. Enumerable.Range(0, to.Rank).Where(i => to[i] != 1)];
        int[] target = [.. Enumerable.Range(0, from.Rank).Where(i => from[i] != 1)];
        if (!kept.Select(i => to[i]).SequenceEqual(target.Select(i => from[i]))) return null;
        var dims = Enumerable.Repeat(1, from.Rank).ToArray();
        for (int i = 0; i < kept.Length; i++)
        {
            int axis = kept[i] - (to.Rank - data.Shape.Rank);
            dims[target[i]] = axis < 0 ? 1 : data.Shape[axis];
        }
        return () => patch.Constant(value.Name, data.Reshape(Shape.Of(dims)));
    }
}
