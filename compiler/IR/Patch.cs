using System.Collections.Immutable;

namespace CompileModel.IR;

/// <summary>
/// A named change of a graph: values that replace others, the nodes that compute them, new constants. Nothing happens until
/// <see cref="Apply"/>, which also drops what nobody uses any more. Graph inputs and the names of graph outputs never change.
/// </summary>
public sealed class Patch(Graph graph)
{
    private readonly List<(Node Node, int Position)> added = [];
    private readonly Dictionary<Node, int> positions = graph.Nodes.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i);
    private readonly Dictionary<string, Value> outputs = [];
    private readonly Dictionary<Value, Value> replaced = [];
    private readonly Dictionary<Value, Tensor> constants = [];
    private readonly HashSet<string> names = [.. graph.Inputs.Concat(graph.Constants.Keys).Concat(graph.Nodes.SelectMany(n => n.PresentOutputs)).Select(v => v.Name)];

    /// <summary>The graph that is to be changed.</summary>
    public Graph Graph { get; } = graph;

    /// <summary>Whether the patch is there to drop what is unused already.</summary>
    public bool DropsUnused { get; init; }

    /// <summary>Whether the patch changes nothing.</summary>
    public bool IsEmpty => !DropsUnused && replaced.Count == 0 && outputs.Count == 0;

    /// <summary>A value that is new in this patch, or the data of a constant of the graph or the patch.</summary>
    public Tensor? ConstantData(Value? value) => value is null ? null : constants.TryGetValue(value, out var data) ? data : Graph.Constant(value);

    /// <summary>Adds a constant.</summary>
    public Value Constant(string hint, Tensor data)
    {
        var value = new Value(Unique(hint), data.Type);
        constants.Add(value, data);
        return value;
    }

    /// <summary>Adds a node of one result; its type is inferred, its origins are those of the nodes it stands for.</summary>
    public Value Add(string hint, Operator op, IReadOnlyList<Value?> inputs, params IReadOnlyList<Node> from) => AddMany([hint], op, inputs, from)[0];

    /// <summary>Adds a node of several results.</summary>
    public IReadOnlyList<Value> AddMany(IReadOnlyList<string> hints, Operator op, IReadOnlyList<Value?> inputs, params IReadOnlyList<Node> from)
    {
        var types = op.Infer(new InferenceContext([.. inputs.Select(v => v?.Type)], [.. inputs.Select(ConstantData)], hints.Count));
        var outputs = hints.Select((hint, i) => new Value(Unique(hint), types[i])).ToArray();
        var origins = from.SelectMany(n => n.Origins).Distinct().OrderBy(o => o.Index);
        added.Add((new Node(op, [.. inputs], [.. outputs], [.. origins]), from.Select(n => positions.GetValueOrDefault(n, int.MaxValue)).DefaultIfEmpty(int.MaxValue).Max()));
        return outputs;
    }

    /// <summary>Makes every reader of <paramref name="old"/>, graph outputs included, read <paramref name="new"/> instead.</summary>
    public void Replace(Value old, Value @new) => replaced.Add(old, @new);

    /// <summary>Makes one graph output carry another value; all other readers keep what they read.</summary>
    public void ReplaceOutput(string name, Value @new) => outputs.Add(name, @new);

    /// <summary>The changed graph: readers redirected, nodes sorted, unused nodes and constants dropped.</summary>
    public Graph Apply(Stage? stage = null)
    {
        Value Resolve(Value value)
        {
            while (replaced.TryGetValue(value, out var next)) value = next;
            return value;
        }
        Node Redirect(Node node) => node.PresentInputs.Any(replaced.ContainsKey)
            ? node with { Inputs = [.. node.Inputs.Select(v => v is null ? null : Resolve(v))] }
            : node;

        var results = Graph.Outputs.Select(o => o with { Value = outputs.GetValueOrDefault(o.Name) ?? Resolve(o.Value) }).ToArray();

        // New nodes stand where the last of the nodes they come from stood, so that rewriting does not shuffle the model.
        var order = Graph.Nodes.Select((n, i) => (Node: n, Position: i)).Concat(added).OrderBy(p => p.Position).Select(p => Redirect(p.Node));
        var nodes = TopologicalSort.Live([.. order], results.Select(o => o.Value));
        var used = nodes.SelectMany(n => n.PresentInputs).Concat(results.Select(o => o.Value)).ToHashSet();
        var data = Graph.Constants.Concat(constants).Where(c => used.Contains(c.Key)).ToImmutableDictionary();
        return new Graph(Graph.Name, stage ?? Graph.Stage, Graph.Inputs, results, nodes, data);
    }

    private string Unique(string hint)
    {
        // A rewritten value keeps its name and counts on behind a tilde: conv1, conv1~1, conv1~2.
        int tilde = hint.LastIndexOf('~');
        string stem = tilde > 0 && hint.AsSpan(tilde + 1).ContainsAnyExceptInRange('0', '9') == false ? hint[..tilde] : hint;
        string name = stem;
        for (int i = 1; !names.Add(name); i++) name = $"{stem}~{i}";
        return name;
    }
}
