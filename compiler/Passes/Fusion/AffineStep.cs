using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Fusion;

/// <summary>An Add, Sub, Mul, Div or Neg that is x * Scale + Shift with constants along the last axis (or one for all).</summary>
/// <param name="Operand">x.</param>
/// <param name="Scale">Null for 1.</param>
/// <param name="Shift">Null for 0.</param>
internal sealed record AffineStep(Value Operand, float[]? Scale, float[]? Shift)
{
    /// <summary>The affine form of a node, or null.</summary>
    public static AffineStep? Of(Graph graph, Node node)
    {
        if (node.Output.Element != ElementType.Float32) return null;
        if (node.Operator is Neg) return new(node.Input(0), [-1], null);
        if (node.Operator is not (Add or Sub or Mul or Div)) return null;
        bool second = graph.Constant(node.Input(1)) is not null;
        var (x, constant) = second ? (node.Input(0), node.Input(1)) : (node.Input(1), node.Input(0));
        if (graph.Constant(x) is not null || !x.Shape.Equals(node.Output.Shape) || PerChannel(graph, constant, x.Shape) is not { } c) return null;
        return node.Operator switch
        {
            Add => new(x, null, c),
            Mul => new(x, c, null),
            Sub when second => new(x, null, [.. c.Select(v => -v)]),
            Sub => new(x, [-1], c),
            Div when second && c.All(v => float.IsNormal(1 / v)) => new(x, [.. c.Select(v => 1 / v)], null),
            _ => null,
        };
    }

    private static float[]? PerChannel(Graph graph, Value value, Shape shape)
    {
        if (graph.Constant(value) is not { } data || shape.Rank == 0) return null;
        bool fits = data.Count == 1 || (data.Shape[^1] == data.Count && data.Count == shape[^1]);
        return fits ? data.Span<float>().ToArray() : null;
    }
}
