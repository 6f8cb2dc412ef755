using System.Collections.Immutable;
using CompileModel.IR;
using CompileModel.IR.Text;
using CompileModel.Passes;
using CompileModel.Reference;

namespace CompileModel.Tests.Passes;

/// <summary>Checks a pass by the text of the graph before and after it, and by running both.</summary>
internal static class PassTest
{
    /// <summary>The pass turns one graph into the other (names of values do not matter) and both compute the same.</summary>
    public static void Rewrites(IPass pass, string before, string after, double tolerance = 1e-6)
    {
        var from = Parse(before);
        var to = Settle(pass, from);
        Assert.Equal(Normal(Parse(after)), Normal(to));
        Same(from, to, tolerance);
    }

    /// <summary>The pass leaves a graph alone.</summary>
    public static void Leaves(IPass pass, string text)
    {
        var graph = Parse(text);
        Assert.Equal(Normal(graph), Normal(PassManager.Run(graph, pass)));
    }

    /// <summary>Reads a graph; <c>(inputs) -> %y { ... }</c> stands for a Typed graph with one output.</summary>
    public static Graph Parse(string text)
    {
        if (!text.TrimStart().StartsWith("graph", StringComparison.Ordinal)) text = "graph \"t\" Typed " + text.Replace("-> %y", "-> (\"y\" = %y)");
        var graph = GraphParser.Parse(text);
        Verifier.Verify(graph, "parsing");
        return graph;
    }

    /// <summary>The text with values numbered in order, so that names do not matter.</summary>
    public static string Normal(Graph graph)
    {
        var names = new Dictionary<Value, Value>();
        var constants = graph.Nodes.SelectMany(n => n.PresentInputs).Concat(graph.Outputs.Select(o => o.Value)).Where(graph.Constants.ContainsKey).Distinct().ToArray();
        foreach (var value in constants.Concat(graph.Nodes.SelectMany(n => n.PresentOutputs))) names[value] = new Value($"v{names.Count}", value.MaybeType);
        Value Rename(Value value) => names.GetValueOrDefault(value, value);
        var nodes = graph.Nodes.Select(n => n with { Inputs = [.. n.Inputs.Select(v => v is null ? null : Rename(v))], Outputs = [.. n.Outputs.Select(v => v is null ? null : Rename(v))] });
        var renamed = new Graph(graph.Name, graph.Stage, graph.Inputs, graph.Outputs.Select(o => o with { Value = Rename(o.Value) }), nodes,
            constants.ToDictionary(Rename, c => graph.Constants[c]).ToImmutableDictionary());
        return GraphPrinter.Print(renamed, full: true, origins: false);
    }

    /// <summary>Runs both graphs on the same seeded inputs.</summary>
    public static void Same(Graph a, Graph b, double tolerance)
    {
        var random = new Random(1);
        var inputs = a.Inputs.Select(i => Random(i.Type, random)).ToArray();
        var (expected, actual) = (Interpreter.Run(a, inputs), Interpreter.Run(b, inputs));
        for (int o = 0; o < expected.Count; o++)
            for (int i = 0; i < expected[o].Count; i++)
                Assert.True(Math.Abs(expected[o].AsDouble(i) - actual[o].AsDouble(i)) <= tolerance * (1 + Math.Abs(expected[o].AsDouble(i))),
                    $"output {o} element {i}: {expected[o].AsDouble(i)} before, {actual[o].AsDouble(i)} after");
    }

    private static Graph Settle(IPass pass, Graph graph)
    {
        for (int i = 0; i < 20; i++)
        {
            var next = PassManager.Run(graph, pass);
            if (next == graph) return graph;
            graph = next;
        }
        throw new InvalidOperationException($"{pass.Name} does not settle");
    }

    private static Tensor Random(TensorType type, Random random)
    {
        var tensor = Tensor.Zeros(type.Element, type.Shape);
        if (type.Element == ElementType.Float32)
            foreach (ref float f in tensor.Fill<float>()) f = (random.NextSingle() * 8) - 4;
        return tensor;
    }
}
