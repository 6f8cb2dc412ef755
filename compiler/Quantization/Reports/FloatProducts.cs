using System.Collections.Immutable;
using System.Globalization;
using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;
using CompileModel.Quantization.Precision;

namespace CompileModel.Quantization.Reports;

/// <summary>The convolutions and matrix products of a quantised model that are computed with float32, and why.</summary>
public static class FloatProducts
{
    /// <summary>Finds them.</summary>
    /// <param name="model">The model as it was read.</param>
    /// <param name="fused">The graph that is about to be lowered.</param>
    /// <returns>ONNX nodes in order; empty for a model without quantised tensors.</returns>
    public static ImmutableArray<(Origin Node, string Reason)> Of(Graph model, Graph fused)
    {
        if (!IsQuantized(model)) return [];
        var origins = fused.Nodes.Where(n => n.Operator is ConvNhwc or MatMulFused or ConvTransposeNhwc && n.Input(0).Element != ElementType.Int8).Select(ModelledProgram.ProductOf).OfType<Origin>().Distinct();
        return [.. origins.OrderBy(o => o.Index).Select(o => (o, Reason(model, model.Nodes.FirstOrDefault(n => n.Origins.Contains(o)))))];
    }

    /// <summary>Whether a model has quantised tensors.</summary>
    public static bool IsQuantized(Graph model) => model.Nodes.Any(IsQuantization);

    private static bool IsQuantization(Node node) => node.Operator.Name is var name && (name.Contains("QuantizeLinear", StringComparison.Ordinal) || name.StartsWith("QLinear", StringComparison.Ordinal) || name.EndsWith("Integer", StringComparison.Ordinal));

    private static string Reason(Graph model, Node? node)
    {
        if (node is null) return "it is part of a function, which is looked at as a whole only";
        if (node.Operator.Name == "ConvTranspose") return "transposed convolutions have no integer kernel";
        foreach (var (operand, what) in (IReadOnlyList<(int, string)>)[(0, "its input"), (1, "its weights")])
        {
            var value = node.OptionalInput(operand);
            if (value is null) continue;
            if (Dequantize(model, value) is not { } source)
                return model.Constant(value) is not null ? $"{what} are not quantised" : $"operand {operand.ToString(CultureInfo.InvariantCulture)} '{value.Name}'{By(model, value)} is not quantised";
            if (!source.Input(0).Element.IsByte()) return $"operand {operand.ToString(CultureInfo.InvariantCulture)} is {source.Input(0).Element.ShortName()}, and integer kernels take 8 bits";
            if (operand == 0 && source.Input(1).Type.Shape is { Count: > 1 }) return "its input has several scales, and integer kernels take one";
            if (operand == 1 && model.Constant(source.Input(0)) is null) return "its weights are not constant";
        }
        return "its scales, zero points or shape are of a kind that integer kernels do not take";
    }

    private static string By(Graph model, Value value) => model.Producer(value) is { } producer ? $" of {producer.Where}" : "";

    /// <summary>The DequantizeLinear that a value comes from, through what only moves data.</summary>
    private static Node? Dequantize(Graph model, Value value)
    {
        while (model.Producer(value) is { } producer)
        {
            if (producer.Operator.Name == "DequantizeLinear") return producer;
            if (producer.Operator.Name is not ("Transpose" or "Reshape" or "Flatten" or "Squeeze" or "Unsqueeze" or "Identity")) return null;
            value = producer.Input(0);
        }
        return null;
    }
}
