using System.Collections.Immutable;
using CompileModel.Diagnostics;
using CompileModel.IR;

namespace CompileModel.Passes;

/// <summary>
/// Imported -> Typed: gives every value its type, in order, and folds small constants on the way, so that shapes that the model computes (Shape, Gather,
/// Concat, Reshape) resolve. Every node that does not fit is reported; the readers of its results are not.
/// </summary>
public sealed class InferTypes
{
    /// <summary>Constants up to this size are folded here; larger ones wait for canonicalization.</summary>
    private const long FoldLimit = 1 << 16;
    private const int MaxRank = 8;

    private readonly Graph graph;
    private readonly string file;
    private readonly DiagnosticBag diagnostics;
    private readonly Dictionary<Value, Value> typed = [];
    private readonly ImmutableDictionary<Value, Tensor>.Builder constants = ImmutableDictionary.CreateBuilder<Value, Tensor>();
    private readonly List<Node> nodes = [];

    private InferTypes(Graph graph, string file, DiagnosticBag diagnostics) => (this.graph, this.file, this.diagnostics) = (graph, file, diagnostics);

    /// <summary>Infers all types.</summary>
    /// <param name="graph">A graph in stage Imported.</param>
    /// <param name="file">File name for messages.</param>
    /// <param name="diagnostics">Takes the errors.</param>
    /// <exception cref="CompilationException">Some node does not fit its operands.</exception>
    public static Graph Run(Graph graph, string file, DiagnosticBag diagnostics) => new InferTypes(graph, file, diagnostics).Run();

    private Graph Run()
    {
        foreach (var (value, data) in graph.Constants) AddConstant(value, data);
        foreach (var input in graph.Inputs) typed[input] = input;
        foreach (var node in graph.Nodes) Infer(node);
        CheckOutputs();
        diagnostics.ThrowIfErrors();
        var result = new Graph(graph.Name, Stage.Typed, graph.Inputs, graph.Outputs.Select(o => o with { Value = typed[o.Value] }), nodes, constants.ToImmutable());
        result = new Patch(result).Apply();
        Verifier.Verify(result, nameof(InferTypes));
        return result;
    }

    private void AddConstant(Value old, Tensor data)
    {
        var value = old.MaybeType == data.Type ? old : new Value(old.Name, data.Type);
        typed[old] = value;
        constants[value] = data;
    }

    private void Infer(Node node)
    {
        // A producer failed: nothing can be said here.
        if (!node.PresentInputs.All(typed.ContainsKey)) return;
        var inputs = node.Inputs.Select(v => v is null ? null : typed[v]).ToImmutableArray();
        var data = inputs.Select(v => v is null ? null : constants.GetValueOrDefault(v)).ToArray();
        TensorType?[] operands = [.. inputs.Select(v => v?.Type)];
        try
        {
            var types = node.Operator.Infer(new InferenceContext(operands, data, node.Outputs.Length));
            foreach (var type in types) CheckSize(type);
            if (ConstantFolding.TryEvaluate(node.Operator, operands, data, types, FoldLimit) is { } folded)
            {
                for (int i = 0; i < folded.Length; i++)
                    if (node.Outputs[i] is { } output) AddConstant(output, folded[i]);
                return;
            }
            foreach (var type in types) CheckCompilable(type);
            var outputs = node.Outputs.Select((v, i) => v is null ? null : typed[v] = new Value(v.Name, types[i]));
            nodes.Add(node with { Inputs = inputs, Outputs = [.. outputs] });
        }
        catch (InferenceException e)
        {
            Report(node, e.Code, $"{e.Message}{Operands(operands)}", e.Hint);
        }
        catch (Exception e) when (e is ArithmeticException or IndexOutOfRangeException or ArgumentException or InvalidOperationException or KeyNotFoundException)
        {
            // Numbers in the file that no well-formed model holds: extents beyond 32 bits, lists of the wrong length.
            Report(node, DiagnosticCodes.ShapeMismatch, $"the attributes do not fit the operands: {e.Message}{Operands(operands)}", null);
        }
    }

    private static void CheckSize(TensorType type)
    {
        double bytes = type.Shape.Dims.ToArray().Aggregate((double)Math.Max(1, type.Element.Size()), (product, dim) => product * dim.Value);
        if (bytes > int.MaxValue) throw new InferenceException(DiagnosticCodes.UnsupportedTensor, $"the result {type} is larger than 2 GB");
    }

    private static void CheckCompilable(TensorType type)
    {
        if (type.Shape.Rank > MaxRank) throw new InferenceException(DiagnosticCodes.UnsupportedTensor, $"the result {type} has {type.Shape.Rank} dimensions, at most {MaxRank} are supported");
        if (type.Shape.Count == 0) throw new InferenceException(DiagnosticCodes.UnsupportedTensor, $"the result {type} has no elements");
        if (type.Element == ElementType.String) throw new InferenceException(DiagnosticCodes.UnsupportedTensor, "strings are not supported");
    }

    private void CheckOutputs()
    {
        foreach (var input in graph.Inputs.Where(i => i.Shape.Rank > MaxRank))
            diagnostics.Error(DiagnosticCodes.UnsupportedTensor, $"input '{input.Name}' {input.Type} has {input.Shape.Rank} dimensions, at most {MaxRank} are supported", new Location(file));
        foreach (var input in graph.Inputs.Where(i => i.Element == ElementType.String))
            diagnostics.Error(DiagnosticCodes.UnsupportedTensor, $"input '{input.Name}' holds strings, which are not supported", new Location(file));
    }

    private static string Operands(IReadOnlyList<TensorType?> types) => types.Count == 0 ? "" : $" (operands {string.Join(", ", types.Select(t => t?.ToString() ?? "none"))})";

    private void Report(Node node, string code, string message, string? hint) =>
        diagnostics.Error(code, $"{node.Operator.Name}: {message}", new Location(file, node.Where), hint);
}
