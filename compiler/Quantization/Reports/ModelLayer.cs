using CompileModel.Frontend.Editing;

namespace CompileModel.Quantization.Reports;

/// <summary>A convolution or matrix product of a prepared model.</summary>
/// <param name="Node">Its node.</param>
/// <param name="Tensor">Its result after the activations that follow it.</param>
/// <param name="Obstacle">Why it cannot be quantised; null when it can.</param>
public sealed record ModelLayer(EditableNode Node, string Tensor, string? Obstacle)
{
    private static readonly HashSet<string> Types = ["Conv", "MatMul", "Gemm", "ConvTranspose"];

    private static readonly HashSet<string> Activations = ["Relu", "Clip", "LeakyRelu", "Sigmoid", "HardSigmoid", "HardSwish", "Tanh", "Elu", "Selu", "Softplus", "Gelu"];

    /// <summary>All layers in order.</summary>
    public static IReadOnlyList<ModelLayer> Of(EditableModel model)
    {
        var readers = model.Nodes.SelectMany(n => n.Inputs.Distinct().Select(i => (i, n))).ToLookup(r => r.i, r => r.n);
        var outputs = model.Outputs.ToHashSet();
        return [.. model.Nodes.Where(n => Types.Contains(n.OpType)).Select(n => new ModelLayer(n, Last(n.Outputs[0]), Product.Of(model, n) is null ? WhyNot(model, n) : null))];

        string Last(string tensor)
        {
            while (!outputs.Contains(tensor) && !model.IsCaptured(tensor) && readers[tensor].ToArray() is [var reader] && Activations.Contains(reader.OpType) && reader.Input(0) == tensor) tensor = reader.Outputs[0];
            return tensor;
        }
    }

    private static string WhyNot(EditableModel model, EditableNode node)
    {
        if (node.OpType == "ConvTranspose") return "transposed convolutions have no integer kernel";
        if (!Product.IsCandidate(node)) return "factors of Gemm other than 1, or a transposed first operand";
        if (model.Constant(node.Input(0)) is not null) return "its input is constant";
        if (model.Constant(node.Input(1)) is not { } weights) return "its weights are not constant";
        if (weights.Element != IR.ElementType.Float32) return $"its weights are {IR.ElementTypes.ShortName(weights.Element)}";
        return node.OpType != "Conv" && weights.Shape.Rank != 2 ? $"its weights have {weights.Shape.Rank} dimensions" : "its bias is not one constant number for each channel";
    }
}
