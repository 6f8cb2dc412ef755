using CompileModel.Frontend.Editing;
using CompileModel.IR;

namespace CompileModel.Quantization;

/// <summary>Writes a plan into a model in the QDQ form of ONNX, which every runtime understands.</summary>
internal sealed class QdqWriter(EditableModel model)
{
    private readonly Dictionary<string, string> dequantized = [];

    /// <summary>Edits the model.</summary>
    public void Write(QuantizationPlan plan)
    {
        // Positions are those before anything is inserted.
        var nodes = model.Nodes.ToArray();
        foreach (var (name, grid) in plan.Tensors) Quantize(name, grid, Array.FindIndex(nodes, n => n.Outputs.Contains(name)) is var at and >= 0 ? nodes[at] : null);
        foreach (var planned in plan.Nodes)
        {
            var node = nodes[planned.Index];
            string source = node.Input(0);
            foreach (int operand in planned.Inputs) node.SetInput(operand, dequantized[node.Input(operand)]);
            if (planned.Weights is not { } weights) continue;
            node.SetInput(1, Dequantize(node, "weights", weights.Data, weights.Scales, weights.Axis));
            if (weights.Bias is not { } bias) continue;
            float[] units = [.. weights.Scales.Span<float>().ToArray().Select(s => s * plan.Tensors[source].Scale)];
            node.SetInput(2, Dequantize(node, "bias", bias, Tensor.Of(bias.Shape, units), 0));
        }
    }

    /// <summary>Two nodes behind the producer of a tensor, or in front of all when it is an input of the model.</summary>
    private void Quantize(string name, TensorGrid grid, EditableNode? producer)
    {
        string scale = model.AddConstant(name + "_scale", Tensor.Of(Shape.Scalar, grid.Scale));
        string zero = model.AddConstant(name + "_zero_point", Tensor.From<byte>(grid.Element, Shape.Scalar, [unchecked((byte)grid.Zero)]));
        string bytes = model.Unique(name + "_quantized"), back = model.Unique(name + "_dequantized");
        int at = producer is null ? 0 : model.Position(producer) + 1;
        model.Insert(at, model.Create("DequantizeLinear", [bytes, scale, zero], [back]));
        model.Insert(at, model.Create("QuantizeLinear", [name, scale, zero], [bytes]));
        dequantized[name] = back;
    }

    /// <summary>A node that gives constants as floats; returns its result.</summary>
    private string Dequantize(EditableNode reader, string what, Tensor data, Tensor scales, int axis)
    {
        string name = $"{reader.Name}_{what}", result = model.Unique(name + "_dequantized");
        string zeros = model.AddConstant(name + "_zero_point", Tensor.Zeros(data.Element, scales.Shape));
        model.Insert(model.Position(reader), model.Create("DequantizeLinear", [model.AddConstant(name + "_quantized", data), model.AddConstant(name + "_scale", scales), zeros], [result], ("axis", axis)));
        return result;
    }
}
