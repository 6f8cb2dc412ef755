using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Computes operators that are defined by others: node by node of their formula.</summary>
public sealed class CompositeEvaluator : IEvaluator<CompositeOperator>
{
    /// <inheritdoc/>
    public Tensor[] Evaluate(CompositeOperator op, IReadOnlyList<Tensor?> inputs, IReadOnlyList<TensorType> outputs)
    {
        Value?[] operands = [.. inputs.Select((t, i) => t is null ? null : new Value($"in{i}", t.Type))];
        var values = new Dictionary<Value, Tensor>();
        for (int i = 0; i < operands.Length; i++) if (operands[i] is { } operand) values.Add(operand, inputs[i]!);
        var formula = new Formula(v => values.GetValueOrDefault(v));
        var results = op.Expand(formula, operands, outputs.Count);
        foreach (var (value, data) in formula.Constants) values.Add(value, data);
        foreach (var node in formula.Nodes)
        {
            var computed = Evaluators.Evaluate(node.Operator, [.. node.Inputs.Select(v => v is null ? null : values[v])], [.. node.PresentOutputs.Select(o => o.Type)]);
            for (int i = 0; i < computed.Length; i++) values[node.Outputs[i]!] = computed[i];
        }
        return [.. results.Take(outputs.Count).Select(r => values[r])];
    }
}
