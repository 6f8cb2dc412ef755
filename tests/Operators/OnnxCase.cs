using System.Collections.Immutable;
using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.Passes;
using CompileModel.Reference;

namespace CompileModel.Tests.Operators;

/// <summary>One official case: a model, inputs and the outputs that every backend must compute.</summary>
internal sealed class OnnxCase
{
    private readonly string folder;
    private readonly Lazy<ModelForms> forms;
    private readonly Lazy<Graph> imported;

    /// <summary>The case of a folder.</summary>
    public OnnxCase(string folder)
    {
        this.folder = folder;
        string model = Path.Combine(folder, "model.onnx");
        forms = new(() => ModelForms.Read(model));
        imported = new(() => ModelReader.Read(model, new() { Data = Inputs.Index().ToDictionary(p => p.Index, p => p.Item) }, new DiagnosticBag()).Graph);
    }

    /// <summary>Name of the case.</summary>
    public string Name => Path.GetFileName(folder);

    /// <summary>Reads the model with its inputs as inputs, or with those the compiler must know as constants.</summary>
    /// <returns>The graph in stage Typed and the tensors for its remaining inputs.</returns>
    /// <exception cref="CompilationException">The model is not supported.</exception>
    public (Graph Graph, IReadOnlyList<Tensor> Inputs) Load()
    {
        Tensor[] data = [.. Inputs.SelectMany(i => i.Tensors)];
        // First everything is an input; then integers are constants (shapes, axes, indexes); then everything is.
        Func<Tensor, bool>[] constant = [_ => false, t => !t.Element.IsFloat(), _ => true];
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                var (graph, inputs) = Fix(imported.Value, data, constant[attempt]);
                return (InferTypes.Run(graph, Name, new DiagnosticBag()), inputs);
            }
            catch (CompilationException e) when (attempt < 2 && e.Diagnostics.Any(d => d.Code == DiagnosticCodes.UnknownShape))
            {
            }
        }
    }

    /// <summary>Whether the model draws random numbers.</summary>
    public bool IsRandom => imported.Value.Nodes.Any(n => n.Operator is IRandom);

    /// <summary>The expected outputs.</summary>
    public IReadOnlyList<Tensor> Expected => [.. Items("output", forms.Value.Outputs).SelectMany(i => i.Tensors)];

    /// <summary>What is wrong with the outputs of a graph, or null.</summary>
    public string? Check(Graph graph, IReadOnlyList<Tensor> inputs)
    {
        var actual = Interpreter.Run(graph, inputs);
        var expected = Expected;
        if (actual.Count != expected.Count) return $"{actual.Count} outputs, expected {expected.Count}";
        for (int i = 0; i < actual.Count; i++)
            if (TensorComparison.Difference(expected[i], actual[i], 1e-3, 1e-5) is { } difference) return $"output {i}: {difference}";
        return null;
    }

    private DataItem[] Inputs => Items("input", forms.Value.Inputs);

    private DataItem[] Items(string kind, IReadOnlyList<DataForm> expected) =>
        [.. expected.Select((form, i) => (form, File: Path.Combine(folder, "test_data_set_0", $"{kind}_{i}.pb"))).Where(f => File.Exists(f.File)).Select(f => TensorReader.ReadFile(f.File, f.form))];

    private static (Graph Graph, IReadOnlyList<Tensor> Inputs) Fix(Graph graph, IReadOnlyList<Tensor> data, Func<Tensor, bool> constant)
    {
        var values = graph.Inputs.Zip(data).ToArray();
        var constants = graph.Constants;
        var inputs = new List<Value>();
        var renamed = new Dictionary<Value, Value>();
        foreach (var (value, tensor) in values)
        {
            // Inputs take the shape of the data: cases with symbolic dimensions fix them so.
            renamed[value] = value.MaybeType == tensor.Type ? value : new Value(value.Name, tensor.Type);
            if (constant(tensor)) constants = constants.Add(renamed[value], tensor);
            else inputs.Add(renamed[value]);
        }
        Value Now(Value value) => renamed.GetValueOrDefault(value, value);
        var nodes = graph.Nodes.Select(n => n with { Inputs = [.. n.Inputs.Select(v => v is null ? null : Now(v))] });
        var outputs = graph.Outputs.Select(o => o with { Value = Now(o.Value) });
        return (new Graph(graph.Name, graph.Stage, inputs, outputs, nodes, constants), [.. values.Where(v => !constant(v.Second)).Select(v => v.Second)]);
    }
}
