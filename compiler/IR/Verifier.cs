using CompileModel.Diagnostics;

namespace CompileModel.IR;

/// <summary>
/// Checks a graph after every patch, in every build. Invariants:
/// 1. value names are unique; a value has one producer (a node, a graph input, or a constant);
/// 2. nodes are in topological order and read only values of the graph;
/// 3. from Typed on, every value has a static type, and it is the one that its producer's operator infers;
/// 4. constants have the type of their data;
/// 5. every operator is allowed in the graph's stage;
/// 6. graph outputs are values of the graph and their names are unique.
/// </summary>
public static class Verifier
{
    /// <summary>Checks all invariants.</summary>
    /// <exception cref="InternalCompilerException">One does not hold; names the pass that broke it.</exception>
    public static void Verify(Graph graph, string after)
    {
        void Require(bool condition, string message)
        {
            if (!condition) throw new InternalCompilerException($"after {after}: {message}");
        }

        var defined = new HashSet<Value>();
        var names = new HashSet<string>();
        void Define(Value value)
        {
            Require(defined.Add(value), $"%{value.Name} has two producers");
            Require(names.Add(value.Name), $"the name %{value.Name} stands for two values");
            Require(graph.Stage < Stage.Typed || value.MaybeType is { Shape.IsStatic: true }, $"{value} has no static type in stage {graph.Stage}");
        }

        foreach (var input in graph.Inputs) Define(input);
        foreach (var (value, data) in graph.Constants.OrderBy(c => c.Key.Name, StringComparer.Ordinal))
        {
            Define(value);
            Require(value.MaybeType == data.Type, $"constant {value} holds data of type {data.Type}");
        }
        foreach (var node in graph.Nodes)
        {
            foreach (var input in node.PresentInputs) Require(defined.Contains(input), $"{node.Operator.Name} reads %{input.Name} before it is produced");
            Require(graph.Stage >= node.Operator.From && graph.Stage <= node.Operator.Until, $"{node.Operator.Name} is not allowed in stage {graph.Stage}");
            foreach (var output in node.PresentOutputs) Define(output);
            if (graph.Stage >= Stage.Typed) VerifyTypes(graph, node, Require);
        }
        foreach (var output in graph.Outputs) Require(defined.Contains(output.Value), $"output '{output.Name}' has no producer");
        Require(graph.Outputs.Select(o => o.Name).Distinct().Count() == graph.Outputs.Length, "two outputs have one name");
    }

    private static void VerifyTypes(Graph graph, Node node, Action<bool, string> require)
    {
        IReadOnlyList<TensorType> types;
        try
        {
            types = graph.Infer(node.Operator, node.Inputs, node.Outputs.Length);
        }
        catch (InferenceException e)
        {
            throw new InternalCompilerException($"{node.Operator.Name} -> %{node.Output.Name}: {e.Message}");
        }
        for (int i = 0; i < node.Outputs.Length; i++)
            require(node.Outputs[i] is null || node.Outputs[i]!.Type == types[i], $"{node.Operator.Name} -> {node.Outputs[i]}: inferred {types[i]}");
    }
}
