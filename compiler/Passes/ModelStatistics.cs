using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes;

/// <summary>What a canonical graph costs: numbers for <c>inspect</c>, before any target is chosen.</summary>
/// <param name="Operators">Nodes by operator, most frequent first.</param>
/// <param name="Parameters">Elements of all constants.</param>
/// <param name="ParameterBytes">Their bytes.</param>
/// <param name="Macs">Multiply-accumulate operations of convolutions and matrix products, one inference.</param>
/// <param name="PeakBytes">The largest sum of bytes of activations that are alive at one moment in model order; changes of shape cost nothing.</param>
public sealed record ModelStatistics(IReadOnlyList<(string Operator, int Count)> Operators, long Parameters, long ParameterBytes, long Macs, long PeakBytes)
{
    /// <summary>Measures a graph.</summary>
    public static ModelStatistics Of(Graph graph)
    {
        // A body counts once, its work as often as it is done; of two branches the larger one.
        var bodies = graph.Nodes.SelectMany(n => Bodies(n).Select(b => (Times: n.Operator is Iterate { Trips: > 0 and var trips } ? trips : 1, Facts: Of(new PassManager().Run(b, Pipeline.Groups, Stage.Canonical)), Node: n))).ToArray();
        var operators = graph.Nodes.Select(n => (n.Operator.Name, Count: 1)).Concat(bodies.SelectMany(b => b.Facts.Operators.Select(o => (Name: o.Operator, o.Count)))).GroupBy(n => n.Name).Select(g => (g.Key, g.Sum(n => n.Count))).OrderByDescending(g => g.Item2).ThenBy(g => g.Key, StringComparer.Ordinal);
        return new([.. operators], graph.Constants.Values.Sum(c => c.Shape.Count) + bodies.Sum(b => b.Facts.Parameters), graph.Constants.Values.Sum(c => c.Type.Bytes) + bodies.Sum(b => b.Facts.ParameterBytes),
            graph.Nodes.Sum(Multiplications) + bodies.GroupBy(b => b.Node).Sum(g => g.Max(b => b.Times * b.Facts.Macs)), PeakOf(graph) + bodies.Select(b => b.Facts.PeakBytes).DefaultIfEmpty().Max());
    }

    private static IEnumerable<Graph> Bodies(Node node) => node.Operator switch { If op => [op.Then, op.Else], Iterate op => [op.Body], _ => [] };

    /// <summary>Multiply-accumulate operations of one node; 0 for everything but convolutions and matrix products.</summary>
    public static long Multiplications(Node node) => node.Operator switch
    {
        Conv or IntegerConv => node.Output.Shape.Count * (node.Input(1).Shape.Count / node.Input(1).Shape[0]),
        ConvTranspose => node.Input(0).Shape.Count * (node.Input(1).Shape.Count / node.Input(1).Shape[0]),
        MatMul or IntegerMatMul => node.Output.Shape.Count * node.Input(0).Shape[^1],
        _ => 0,
    };

    /// <summary>The largest sum of bytes of activations that are alive at one moment in the order of a graph, whatever its stage.</summary>
    public static long PeakOf(Graph graph)
    {
        var root = new Dictionary<Value, Value>();
        Value Root(Value v) => root.GetValueOrDefault(v, v);
        var last = new Dictionary<Value, int>();
        for (int i = 0; i < graph.Nodes.Length; i++)
        {
            var node = graph.Nodes[i];
            if (node.Operator is ReshapeTo) root[node.Output] = Root(node.Input(0));
            foreach (var value in node.PresentInputs.Concat(node.PresentOutputs)) last[Root(value)] = i;
        }
        foreach (var output in graph.Outputs) last[Root(output.Value)] = graph.Nodes.Length;

        long live = graph.Inputs.Sum(i => i.Type.Bytes), peak = live;
        var dying = last.Where(l => !graph.Constants.ContainsKey(l.Key)).ToLookup(l => l.Value, l => l.Key);
        for (int i = 0; i < graph.Nodes.Length; i++)
        {
            live += graph.Nodes[i].PresentOutputs.Where(v => Root(v) == v).Sum(v => v.Type.Bytes);
            peak = Math.Max(peak, live);
            live -= dying[i].Sum(v => v.Type.Bytes);
        }
        return peak;
    }
}
