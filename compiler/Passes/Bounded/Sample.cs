using CompileModel.IR;

namespace CompileModel.Passes.Bounded;

/// <summary>The model as it is when every symbol has one extent.</summary>
public sealed class Sample
{
    private readonly Dictionary<string, Value> values;
    private readonly Dictionary<string, Node> nodes;

    /// <summary>Wraps a resolved graph.</summary>
    /// <param name="extents">The extent of each symbol.</param>
    /// <param name="graph">The graph for them.</param>
    public Sample(IReadOnlyList<int> extents, Graph graph)
    {
        (Extents, Graph) = (extents, graph);
        values = graph.Inputs.Concat(graph.Constants.Keys).Concat(graph.Nodes.SelectMany(n => n.PresentOutputs)).DistinctBy(v => v.Name).ToDictionary(v => v.Name);
        nodes = graph.Nodes.ToDictionary(n => n.PresentOutputs.First().Name);
    }

    /// <summary>The extent of each symbol.</summary>
    public IReadOnlyList<int> Extents { get; }

    /// <summary>The graph for them, in resolved form.</summary>
    public Graph Graph { get; }

    /// <summary>The value of this name, or null.</summary>
    public Value? Value(string name) => values.GetValueOrDefault(name);

    /// <summary>Data of the constant of this name, or null.</summary>
    public Tensor? Constant(string name) => Graph.Constant(Value(name));

    /// <summary>The node that corresponds to one of another sample.</summary>
    public Node Node(Node other) => nodes[other.PresentOutputs.First().Name];
}
