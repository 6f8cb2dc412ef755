using CompileModel.Diagnostics;
using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Runs a graph of any stage up to Fused, node by node, with the evaluators: slow and obvious.</summary>
public static class Interpreter
{
    /// <summary>Runs a graph.</summary>
    /// <param name="graph">Typed or later.</param>
    /// <param name="inputs">One tensor an input, in order, of exactly its type.</param>
    /// <param name="tap">Sees every value as it is computed.</param>
    /// <returns>One tensor an output, in order.</returns>
    public static IReadOnlyList<Tensor> Run(Graph graph, IReadOnlyList<Tensor> inputs, Action<Value, Tensor>? tap = null)
    {
        if (inputs.Count != graph.Inputs.Length) throw new ArgumentException($"the graph has {graph.Inputs.Length} inputs, got {inputs.Count}");
        var values = new Dictionary<Value, Tensor>(graph.Constants);
        for (int i = 0; i < inputs.Count; i++)
        {
            if (inputs[i].Type != graph.Inputs[i].Type) throw new ArgumentException($"input {graph.Inputs[i]} got {inputs[i].Type}");
            values[graph.Inputs[i]] = inputs[i];
        }

        var uses = new Dictionary<Value, int>();
        foreach (var value in graph.Nodes.SelectMany(n => n.PresentInputs).Concat(graph.Outputs.Select(o => o.Value)))
            uses[value] = uses.GetValueOrDefault(value) + 1;

        foreach (var node in graph.Nodes)
        {
            Tensor?[] operands = [.. node.Inputs.Select(v => v is null ? null : values[v])];
            var types = node.Outputs.Any(o => o is null) ? graph.Infer(node.Operator, node.Inputs, node.Outputs.Length) : [.. node.Outputs.Select(o => o!.Type)];
            var results = Evaluators.Evaluate(node.Operator, operands, types);
            for (int i = 0; i < node.Outputs.Length; i++)
            {
                if (node.Outputs[i] is not { } output) continue;
                if (results[i].Type != output.Type) throw new InternalCompilerException($"{node.Operator.Name} computed {results[i].Type} for {output}");
                values[output] = results[i];
                tap?.Invoke(output, results[i]);
            }
            foreach (var input in node.PresentInputs)
                if (--uses[input] == 0) values.Remove(input);
        }
        return [.. graph.Outputs.Select(o => values[o.Value])];
    }
}
