using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: bytes that elementwise operators, one of them a function with a vector form of many instructions, compute of other bytes of the same shape and single numbers alone.</para>
/// <para>Becomes: a LookUp in the table of all 256 results.</para>
/// <para>Why: the sigmoid, or x times the sigmoid, of a quantised value is one of 256 numbers that are known now.</para>
/// <para>Where: after quantisation has its last form, while bytes still are bytes.</para>
/// </summary>
public sealed class TabulateBytes : RewritePass<Cast>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Cast op)
    {
        if (!at.Output.Element.IsByte() || Argument(at.Graph, at.Output, []) is not { } x) return null;
        var nodes = new List<Node>();
        Collect(at.Graph, at.Output, x, nodes);
        if (!nodes.Any(n => IsCostly(n.Operator))) return null;
        int lowest = (int)x.Element.Range().Low;
        var values = new Dictionary<Value, Tensor> { [x] = Tensors.Make(x.Element, Shape.Of(LookUp.Entries), i => i + lowest) };
        foreach (var node in nodes)
            values[node.Output] = Reference.Evaluators.Evaluate(node.Operator, [.. node.PresentInputs.Select(v => values.GetValueOrDefault(v) ?? at.Graph.Constant(v)!.Reshape(Shape.Scalar))])[0];
        return at.Add(new LookUp(), [x, at.Constant(values[at.Output])], [.. nodes.SkipLast(1)]);
    }

    /// <summary>The one byte tensor that elementwise nodes compute a value of, as far up as there is one; null when there is none.</summary>
    private static Value? Argument(Graph graph, Value value, Dictionary<Value, Value?> known)
    {
        if (known.TryGetValue(value, out var before)) return before;
        known[value] = null;
        if (graph.Producer(value) is not { Outputs.Length: 1, Operator: ElementwiseOperator } node) return null;
        var arguments = node.PresentInputs.Where(v => !IsNumber(graph, v)).Select(v => Argument(graph, v, known) ?? (v.Element.IsByte() ? v : null)).Distinct().ToArray();
        return known[value] = arguments is [{ } only] && only.Shape.Equals(value.Shape) ? only : null;
    }

    /// <summary>The nodes between the argument and a value, producers first.</summary>
    private static void Collect(Graph graph, Value value, Value argument, List<Node> nodes)
    {
        if (value == argument || IsNumber(graph, value) || nodes.Any(n => n.Output == value)) return;
        var node = graph.Producer(value)!;
        foreach (var input in node.PresentInputs) Collect(graph, input, argument, nodes);
        nodes.Add(node);
    }

    private static bool IsNumber(Graph graph, Value value) => graph.Constant(value) is { Count: 1 };

    private static bool IsCostly(Operator op) => op is Sigmoid or Tanh or Exp or Log or Erf or Gelu or Swish or Mish or Softplus or Elu or Selu or Celu or Pow or Sqrt or Sin or Cos or Sinh or Cosh or Asin or Acos or Atan;
}
