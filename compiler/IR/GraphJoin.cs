using System.Collections.Immutable;

namespace CompileModel.IR;

/// <summary>Puts independent graphs of one stage side by side into one graph.</summary>
public static class GraphJoin
{
    /// <summary>Joins graphs; every name gets the graph's prefix, which must make them unique. Constants keep their data.</summary>
    public static Graph Join(string name, Stage stage, IReadOnlyList<(string Prefix, Graph Graph)> parts)
    {
        List<Value> inputs = [];
        List<GraphOutput> outputs = [];
        List<Node> nodes = [];
        var constants = ImmutableDictionary.CreateBuilder<Value, Tensor>();
        foreach (var (prefix, graph) in parts)
        {
            var renamed = new Dictionary<Value, Value>();
            Value Renamed(Value value) => renamed.TryGetValue(value, out var known) ? known : renamed[value] = new(prefix + value.Name, value.MaybeType);
            Value? Optional(Value? value) => value is null ? null : Renamed(value);
            inputs.AddRange(graph.Inputs.Select(Renamed));
            foreach (var (value, data) in graph.Constants) constants.Add(Renamed(value), data);
            nodes.AddRange(graph.Nodes.Select(n => new Node(n.Operator, [.. n.Inputs.Select(Optional)], [.. n.Outputs.Select(Optional)], [.. n.Origins.Select(o => o with { Name = prefix + o.Name })])));
            outputs.AddRange(graph.Outputs.Select(o => new GraphOutput(prefix + o.Name, Renamed(o.Value))));
        }
        return new(name, stage, inputs, outputs, nodes, constants.ToImmutable());
    }
}
