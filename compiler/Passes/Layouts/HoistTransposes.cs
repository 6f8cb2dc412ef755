using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Layouts;

/// <summary>
/// Matches: Transpose(e(x)) where e is elementwise with constants for its other operands and only such nodes lie between x and a graph input. Becomes:
/// e'(Transpose(x)). Why: the normalisation of an image then stands right before the first convolution and is folded into its weights. Where: after
/// <see cref="SinkTransposes"/> has settled, never together with it.
/// </summary>
public sealed class HoistTransposes : IPass
{
    /// <inheritdoc/>
    public Patch? Run(Graph graph)
    {
        var patch = new Patch(graph);
        foreach (var node in graph.Nodes)
        {
            if (Permutation.Of(graph, node.Outputs[0]) is not var (transpose, source, perm) || !graph.HasSingleUse(source)) continue;
            if (PrologueOperand(graph, source) is null) continue;
            var e = graph.Producer(source)!;
            var inputs = e.PresentInputs.Select(v => Move(graph, patch, v, perm, transpose)).ToArray();
            patch.Replace(node.Output, patch.Add(node.Output.Name, e.Operator, inputs, e));
        }
        return patch;
    }

    /// <summary>The one operand that is not constant of an elementwise node on the way from a graph input; null for anything else.</summary>
    private static Value? PrologueOperand(Graph graph, Value value)
    {
        if (graph.Producer(value) is not { Operator: ElementwiseOperator } node) return null;
        if (node.PresentInputs.Where(v => graph.Constant(v) is null).ToArray() is not [var operand] || !operand.Shape.Equals(value.Shape)) return null;
        return graph.Inputs.Contains(operand) || PrologueOperand(graph, operand) is not null ? operand : null;
    }

    private static Value Move(Graph graph, Patch patch, Value value, Ints perm, Node transpose)
    {
        if (graph.Constant(value) is not { } data) return patch.Add($"{value.Name}.moved", new Transpose(perm), [value], transpose);
        if (data.Count == 1) return value;
        var full = data.Reshape(Shape.Of([.. Enumerable.Repeat(1, perm.Count - data.Shape.Rank), .. data.Shape.ToArray()]));
        return patch.Constant(value.Name, Permutation.Apply(full, perm));
    }
}
