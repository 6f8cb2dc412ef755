using System.Collections.Immutable;
using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes;

/// <summary>
/// Imported -> Typed: gives every value its type, in order, and folds small constants on the way, so that shapes that the model computes (Shape, Gather,
/// Concat, Reshape) resolve. Sequences, optionals and what has bodies resolve likewise (<see cref="BundleOperator"/>). Every node that does not fit is reported; the readers of its results are not.
/// </summary>
public sealed partial class InferTypes
{
    /// <summary>Constants up to this size are folded here; larger ones wait for canonicalization.</summary>
    private const long FoldLimit = 1 << 16;
    private const int MaxRank = 8;

    private readonly string file;
    private readonly DiagnosticBag diagnostics;
    private readonly DataSizes? sizes;
    private readonly HashSet<string> names;
    private readonly Dictionary<Value, Bundle> bodyConstants = [];
    private readonly ImmutableDictionary<Value, Tensor>.Builder constants = ImmutableDictionary.CreateBuilder<Value, Tensor>();
    private readonly List<Node> nodes = [];

    private InferTypes(Graph graph, string file, DiagnosticBag diagnostics, DataSizes? sizes = null)
    {
        (this.file, this.diagnostics, this.sizes) = (file, diagnostics, sizes);
        names = [.. graph.Inputs.Concat(graph.Constants.Keys).Concat(graph.Nodes.SelectMany(n => n.PresentOutputs)).Select(v => v.Name)];
    }

    /// <summary>Infers all types.</summary>
    /// <param name="graph">A graph in stage Imported.</param>
    /// <param name="file">File name for messages.</param>
    /// <param name="diagnostics">Takes the errors.</param>
    /// <param name="sizes">Numbers of results that depend on data; without it there may be none.</param>
    /// <exception cref="CompilationException">Some node does not fit its operands.</exception>
    public static Graph Run(Graph graph, string file, DiagnosticBag diagnostics, DataSizes? sizes = null) => new InferTypes(graph, file, diagnostics, sizes).Run(graph);

    private Graph Run(Graph graph)
    {
        CheckInputs(graph);
        var known = new Dictionary<Value, Bundle>();
        foreach (var input in graph.Inputs.Where(i => i.MaybeType is not null)) known[input] = new Bundle.One(input.Shape.Count == 0 ? AddConstant(new(Unique(input.Name), input.Type), Tensor.Zeros(input.Element, input.Shape)) : input);
        foreach (var (value, data) in graph.Constants) known[value] = new Bundle.One(AddConstant(value, data));
        foreach (var node in graph.Nodes) Infer(node, known, name => name);
        diagnostics.ThrowIfErrors();
        var outputs = graph.Outputs.SelectMany(o => Tensors(o.Name, known[o.Value])).ToArray();
        if (outputs.Length == 0) diagnostics.Error(DiagnosticCodes.EmptyGraph, "all outputs are empty sequences or optionals", new Location(file));
        diagnostics.ThrowIfErrors();
        return Finish(graph.Name, graph.Inputs, outputs);
    }

    private Graph Finish(string name, IEnumerable<Value> inputs, IEnumerable<GraphOutput> outputs)
    {
        var result = new Patch(new Graph(name, Stage.Typed, inputs, outputs, nodes, constants.ToImmutable())).Apply();
        Verifier.Verify(result, nameof(InferTypes));
        return result;
    }

    /// <summary>A sequence is several outputs, with numbers behind the name; an empty optional is none.</summary>
    private static IEnumerable<GraphOutput> Tensors(string name, Bundle bundle) => bundle switch
    {
        Bundle.One one => [new(name, one.Value)],
        Bundle.Sequence sequence => sequence.Items.SelectMany((item, i) => Tensors($"{name}_{i}", item)),
        Bundle.Optional { Content: { } content } => Tensors(name, content),
        _ => [],
    };

    private Value AddConstant(Value old, Tensor data)
    {
        var value = old.MaybeType == data.Type ? old : new Value(old.Name, data.Type);
        constants[value] = data;
        return value;
    }

    private string Unique(string hint)
    {
        string name = hint;
        for (int i = 1; !names.Add(name); i++) name = $"{hint}~{i}";
        return name;
    }

    private void Infer(Node node, Dictionary<Value, Bundle> known, Func<string, string> rename)
    {
        // A producer failed: nothing can be said here.
        if (!node.PresentInputs.All(known.ContainsKey)) return;
        Bundle?[] inputs = [.. node.Inputs.Select(v => v is null ? null : known[v])];
        try
        {
            if (Results(node, inputs, rename) is not { } results) return;
            for (int i = 0; i < node.Outputs.Length; i++)
                if (node.Outputs[i] is { } output) known[output] = results[i]!;
        }
        catch (InferenceException e)
        {
            Report(node, e.Code, $"{e.Message}{Operands(inputs)}", e.Hint);
        }
        catch (Exception e) when (e is ArithmeticException or IndexOutOfRangeException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            // Numbers in the file that no well-formed model holds: extents beyond 32 bits, lists of the wrong length.
            Report(node, DiagnosticCodes.ShapeMismatch, $"the attributes do not fit the operands: {e.Message}{Operands(inputs)}", null);
        }
    }

    private IReadOnlyList<Bundle?>? Results(Node node, Bundle?[] inputs, Func<string, string> rename)
    {
        if (node.Operator is BundleOperator op) return op.Resolve(new Scope(this, node), inputs, node.Outputs.Length);
        if (node.Operator is Identity && inputs[0] is not Bundle.One) return inputs;
        Value?[] operands = [.. inputs.Select((b, i) => b is null or Bundle.One ? (b as Bundle.One)?.Value : b.AsTensor($"operand {i}"))];
        return [.. Add(node.Operator, operands, [.. node.Outputs.Select(o => o is null ? null : rename(o.Name))], node.Origins).Select(v => v is null ? null : new Bundle.One(v))];
    }

    /// <summary>Adds a node, or constants in its place; results that nobody wants have no name.</summary>
    private Value?[] Add(Operator op, Value?[] inputs, string?[] outputs, ImmutableArray<Origin> origins)
    {
        Tensor?[] data = [.. inputs.Select(v => v is null ? null : constants.GetValueOrDefault(v))];
        TensorType?[] operands = [.. inputs.Select(v => v?.Type)];
        var context = new InferenceContext(operands, data, outputs.Length);
        if (sizes is not null && op is DataSizedOperator { Size: < 0 } sized && !sized.IsKnown(context)) op = sized with { Size = sizes.Take(outputs.First(o => o is not null)!, sized.Bound(context)) };
        var types = op.Infer(context);
        foreach (var type in types) CheckSize(type);
        // Quantised weights stay as they are: canonicalization looks for them.
        if (op is not DequantizeLinear && ConstantFolding.TryEvaluate(op, operands, data, types, FoldLimit) is { } folded)
            return [.. outputs.Select((name, i) => name is null ? null : AddConstant(new(name, folded[i].Type), folded[i]))];
        foreach (var type in types) CheckCompilable(type);
        Value?[] values = [.. outputs.Select((name, i) => name is null ? null : new Value(name, types[i]))];

        // What has no elements is known, whatever computes it.
        bool IsEmpty(Value? value) => value?.Shape.Count == 0;
        foreach (var value in values.Where(IsEmpty)) AddConstant(value!, Tensor.Zeros(value!.Element, value.Shape));
        nodes.Add(new Node(op, [.. inputs], [.. values.Select(v => IsEmpty(v) ? null : v)], origins));
        return values;
    }

    private static void CheckSize(TensorType type)
    {
        double bytes = type.Shape.Dims.ToArray().Aggregate((double)Math.Max(1, type.Element.Size()), (product, dim) => product * dim.Value);
        if (bytes > int.MaxValue) throw new InferenceException(DiagnosticCodes.UnsupportedTensor, $"the result {type} is larger than 2 GB");
    }

    private static void CheckCompilable(TensorType type)
    {
        if (type.Shape.Rank > MaxRank) throw new InferenceException(DiagnosticCodes.UnsupportedTensor, $"the result {type} has {type.Shape.Rank} dimensions, at most {MaxRank} are supported");
        if (type.Element == ElementType.String) throw new InferenceException(DiagnosticCodes.UnsupportedTensor, "strings are not supported");
    }

    private void CheckInputs(Graph graph)
    {
        foreach (var input in graph.Inputs.Where(i => i.MaybeType?.Shape.Rank > MaxRank))
            diagnostics.Error(DiagnosticCodes.UnsupportedTensor, $"input '{input.Name}' {input.Type} has {input.Shape.Rank} dimensions, at most {MaxRank} are supported", new Location(file));
        foreach (var input in graph.Inputs.Where(i => i.MaybeType?.Element == ElementType.String))
            diagnostics.Error(DiagnosticCodes.UnsupportedTensor, $"input '{input.Name}' holds strings, which are not supported", new Location(file));
    }

    private static string Operands(IReadOnlyList<Bundle?> inputs) => inputs.Count == 0 ? "" : $" (operands {string.Join(", ", inputs.Select(t => t?.ToString() ?? "none"))})";

    private void Report(Node node, string code, string message, string? hint) =>
        diagnostics.Error(code, $"{node.Operator.Name}: {message}", new Location(file, node.Where), hint);
}
