using CompileModel.Diagnostics;
using CompileModel.IR;

namespace CompileModel.Passes;

/// <content>What operators on sequences and optionals, and those with bodies, see.</content>
public sealed partial class InferTypes
{
    /// <summary>More nodes than this come from loops that were never meant to be unrolled.</summary>
    private const int MaxNodes = 200_000;

    private IReadOnlyList<Bundle>? Inline(Graph body, IReadOnlyList<Bundle?> inputs)
    {
        if (nodes.Count > MaxNodes) throw new InferenceException(DiagnosticCodes.UnsupportedTensor, $"bodies unroll to more than {MaxNodes} nodes");
        return Place(body, Bound(body, inputs, (_, bundle) => bundle), Unique);
    }

    private TypedBody? Type(Graph body, IReadOnlyList<Bundle?> inputs, IReadOnlyCollection<Value> own, DiagnosticBag? problems)
    {
        var heard = new DiagnosticBag();
        var result = Type(new InferTypes(body, file, heard), body, inputs, own);

        // Warnings about a body that is not used are of no interest.
        foreach (var item in heard.Items.Where(i => result is not null || i.Severity == Severity.Error)) (item.Severity == Severity.Error ? problems ?? diagnostics : diagnostics).Add(item);
        return result;
    }

    private TypedBody? Type(InferTypes inner, Graph body, IReadOnlyList<Bundle?> inputs, IReadOnlyCollection<Value> own)
    {
        List<(Value Value, Value Operand, bool Stays)> open = [];
        var known = Bound(body, inputs, (i, bundle) => bundle.Map(v =>
        {
            string name = bundle is Bundle.One ? body.Inputs[i].Name : inner.Unique(body.Inputs[i].Name);
            if (constants.TryGetValue(v, out var data)) return inner.AddConstant(new(name, data.Type), data);
            var value = new Value(name, v.Type);
            open.Add((value, v, own.Contains(v)));
            return v.Shape.Count == 0 ? inner.AddConstant(new(inner.Unique(name), v.Type), Tensor.Zeros(v.Element, v.Shape)) : value;
        }));
        if (inner.Place(body, known, name => name) is not { } results) return null;
        var outputs = results.SelectMany((r, i) => Tensors($"{i}", r)).ToArray();
        var graph = inner.Finish(body.Name, open.Select(o => o.Value), outputs);
        var kept = open.Where(o => o.Stays || graph.Users(o.Value).Count > 0 || graph.IsOutput(o.Value)).ToArray();
        return new(new(graph.Name, graph.Stage, kept.Select(o => o.Value), graph.Outputs, graph.Nodes, graph.Constants), [.. kept.Select(o => o.Operand)], results);
    }

    private static Dictionary<Value, Bundle> Bound(Graph body, IReadOnlyList<Bundle?> inputs, Func<int, Bundle, Bundle> map)
    {
        InferenceContext.Check(body.Inputs.Length == inputs.Count, $"the body '{body.Name}' takes {body.Inputs.Length} values, it gets {inputs.Count}");
        var known = new Dictionary<Value, Bundle>();
        for (int i = 0; i < inputs.Count; i++)
            if (inputs[i] is { } bundle) known[body.Inputs[i]] = map(i, bundle);
        return known;
    }

    /// <summary>Adds the nodes of a body; its results, or null when there were errors.</summary>
    private IReadOnlyList<Bundle>? Place(Graph body, Dictionary<Value, Bundle> known, Func<string, string> rename)
    {
        foreach (var (value, data) in body.Constants)
        {
            // One constant for all copies of the body.
            if (!bodyConstants.TryGetValue(value, out var constant)) bodyConstants[value] = constant = new Bundle.One(AddConstant(new(rename(value.Name), data.Type), data));
            known[value] = constant;
        }
        foreach (var node in body.Nodes) Infer(node, known, rename);
        return body.Outputs.All(o => known.ContainsKey(o.Value)) ? [.. body.Outputs.Select(o => known[o.Value])] : null;
    }

    /// <summary>The graph as one node sees it.</summary>
    private sealed class Scope(InferTypes owner, Node node) : IBundleScope
    {
        public Tensor? Data(Value value) => owner.constants.GetValueOrDefault(value);

        public Value Constant(Tensor data) => owner.AddConstant(new(owner.Unique($"{Hint}.const"), data.Type), data);

        public IReadOnlyList<Value> AddMany(Operator op, IReadOnlyList<Value?> inputs, int outputs) =>
            owner.Add(op, [.. inputs], [.. Enumerable.Range(0, outputs).Select(_ => owner.Unique(Hint))], node.Origins)!;

        public IReadOnlyList<Bundle>? Inline(Graph body, IReadOnlyList<Bundle?> inputs) => owner.Inline(body, inputs);

        public TypedBody? Type(Graph body, IReadOnlyList<Bundle?> inputs, IReadOnlyCollection<Value> own, DiagnosticBag? problems) => owner.Type(body, inputs, own, problems);

        public void Warn(string code, string message, string hint) => owner.diagnostics.Warning(code, $"{node.Operator.Name}: {message}", new Location(owner.file, node.Where), hint);

        private string Hint => node.PresentOutputs.FirstOrDefault()?.Name ?? node.Operator.Name;
    }
}
