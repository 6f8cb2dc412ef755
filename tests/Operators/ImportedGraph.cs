using System.Collections.Immutable;
using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.Passes;
using CompileModel.Reference;

namespace CompileModel.Tests.Operators;

/// <summary>Writes a graph of stage Imported node by node, infers its types and runs it.</summary>
internal sealed class ImportedGraph
{
    private readonly List<Value> inputs = [];
    private readonly List<Tensor> data = [];
    private readonly List<Node> nodes = [];
    private readonly ImmutableDictionary<Value, Tensor>.Builder constants = ImmutableDictionary.CreateBuilder<Value, Tensor>();
    private int values;

    /// <summary>The tensors of the inputs.</summary>
    public IReadOnlyList<Tensor> Data => data;

    /// <summary>An input that gets this tensor.</summary>
    public Value Input(Tensor tensor)
    {
        data.Add(tensor);
        return Formal(tensor.Type);
    }

    /// <summary>An input of a body; without a type as the frontend makes them.</summary>
    public Value Formal(TensorType? type = null)
    {
        var value = new Value($"in{values++}", type);
        inputs.Add(value);
        return value;
    }

    /// <summary>A constant.</summary>
    public Value Constant(Tensor tensor)
    {
        var value = new Value($"c{values++}", tensor.Type);
        constants.Add(value, tensor);
        return value;
    }

    /// <summary>A node of one result.</summary>
    public Value Add(Operator op, params Value?[] operands) => AddMany(op, 1, operands)[0];

    /// <summary>A node.</summary>
    public Value[] AddMany(Operator op, int results, params Value?[] operands)
    {
        Value[] outputs = [.. Enumerable.Range(0, results).Select(_ => new Value($"v{values++}", null))];
        nodes.Add(new Node(op, [.. operands], [.. outputs], [new Origin(nodes.Count, $"n{nodes.Count}", op.Name)]));
        return outputs;
    }

    /// <summary>The graph with these results.</summary>
    public Graph Graph(params Value[] results) => new("g", Stage.Imported, inputs, results.Select((r, i) => new GraphOutput($"y{i}", r)), TopologicalSort.Live(nodes, results), constants.ToImmutable());

    /// <summary>The typed graph with these results.</summary>
    public Graph Typed(params Value[] results) => InferTypes.Run(Graph(results), "test.onnx", new DiagnosticBag());

    /// <summary>The results.</summary>
    public IReadOnlyList<Tensor> Run(params Value[] results) => Interpreter.Run(Typed(results), data);

    /// <summary>The graph is refused with a message.</summary>
    public void Refused(string message, params Value[] results) => Assert.Contains(message, Assert.Throws<CompilationException>(() => Typed(results)).Message, StringComparison.Ordinal);
}
