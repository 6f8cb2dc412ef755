using System.Collections.Immutable;

namespace CompileModel.IR;

/// <summary>
/// A whole model, or the body of a control-flow operator. Immutable: passes describe changes as a <see cref="Patch"/>. Nodes are in
/// topological order.
/// </summary>
public sealed class Graph
{
    private readonly Dictionary<Value, Node> producers = [];
    private readonly Dictionary<Value, List<Node>> users = [];

    /// <summary>Makes a graph from its parts; <see cref="Verifier"/> checks them.</summary>
    public Graph(string name, Stage stage, IEnumerable<Value> inputs, IEnumerable<GraphOutput> outputs, IEnumerable<Node> nodes, ImmutableDictionary<Value, Tensor> constants)
    {
        (Name, Stage, Inputs, Outputs, Nodes, Constants) = (name, stage, [.. inputs], [.. outputs], [.. nodes], constants);
        foreach (var node in Nodes)
        {
            foreach (var output in node.PresentOutputs) producers[output] = node;
            foreach (var input in node.PresentInputs)
            {
                if (!users.TryGetValue(input, out var list)) users[input] = list = [];
                if (list.Count == 0 || list[^1] != node) list.Add(node);
            }
        }
    }

    /// <summary>Name of the model.</summary>
    public string Name { get; }

    /// <summary>The contract that the graph fulfils.</summary>
    public Stage Stage { get; }

    /// <summary>What the caller supplies.</summary>
    public ImmutableArray<Value> Inputs { get; }

    /// <summary>What the caller gets.</summary>
    public ImmutableArray<GraphOutput> Outputs { get; }

    /// <summary>The operations in topological order.</summary>
    public ImmutableArray<Node> Nodes { get; }

    /// <summary>Values that are known, with their data.</summary>
    public ImmutableDictionary<Value, Tensor> Constants { get; }

    /// <summary>The node that produces a value; null for graph inputs, constants, and an operand that is left out.</summary>
    public Node? Producer(Value? value) => value is null ? null : producers.GetValueOrDefault(value);

    /// <summary>The nodes that read a value, in order; graph outputs are not among them.</summary>
    public IReadOnlyList<Node> Users(Value value) => users.TryGetValue(value, out var list) ? list : [];

    /// <summary>Whether a value is a result of the graph.</summary>
    public bool IsOutput(Value value) => Outputs.Any(o => o.Value == value);

    /// <summary>Whether exactly one node and no graph output reads a value: it may be fused away.</summary>
    public bool HasSingleUse(Value value) => Users(value).Count == 1 && !IsOutput(value) && Users(value)[0].Inputs.Count(v => v == value) == 1;

    /// <summary>Data of a value, or null when it is not constant.</summary>
    public Tensor? Constant(Value? value) => value is null ? null : Constants.GetValueOrDefault(value);

    /// <summary>Infers the result types of an operator applied to values of this graph.</summary>
    public IReadOnlyList<TensorType> Infer(Operator op, IReadOnlyList<Value?> inputs, int outputs) =>
        op.Infer(new InferenceContext([.. inputs.Select(v => v?.Type)], [.. inputs.Select(Constant)], outputs));

    /// <summary>The same graph under another contract.</summary>
    public Graph At(Stage stage) => new(Name, stage, Inputs, Outputs, Nodes, Constants);
}
