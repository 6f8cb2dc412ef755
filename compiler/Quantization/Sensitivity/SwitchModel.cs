using CompileModel.Frontend.Editing;
using CompileModel.IR;

namespace CompileModel.Quantization.Sensitivity;

/// <summary>
/// A float model in which the effect of quantisation can be switched on node by node at run time: one program measures every choice of precisions. Tensors go through their grid where their
/// reader is switched on; weights and biases are the float ones, plus what rounding changed in a second product that counts where it is switched on.
/// </summary>
public static class SwitchModel
{
    /// <summary>Name of the further input: float32[2 * planned nodes], 1 where a node reads tensors from their grid, and behind all of these 1 where its weights are quantised, else 0.</summary>
    public const string Switches = "quantized_nodes";

    /// <summary>Turns a prepared float model into one with switches. Behind its own results it gives the operands of those that are a softmax, which hides what happens before it.</summary>
    /// <param name="model">The prepared model.</param>
    /// <param name="plan">What can be switched on: <see cref="QuantizationPlan.Nodes"/> in order.</param>
    /// <returns>Positions of the results that sensitivity is measured by: operands of softmax in the place of their results.</returns>
    public static IReadOnlyList<int> Make(EditableModel model, QuantizationPlan plan)
    {
        var results = Results(model);
        var nodes = model.Nodes.ToArray();
        string switches = model.AddInput(Switches, ElementType.Float32, 2 * plan.Nodes.Length);
        var rounded = new Dictionary<string, string>();
        for (int i = 0; i < plan.Nodes.Length; i++)
        {
            var planned = plan.Nodes[i];
            var node = nodes[planned.Index];
            int at = model.Position(node);
            string Put(string type, IReadOnlyList<string> inputs, string hint, params IReadOnlyList<(string, long)> attributes)
            {
                string result = model.Unique($"{node.Outputs[0]}_{hint}");
                model.Insert(at++, model.Create(type, inputs, [result], attributes));
                return result;
            }
            string Switch(int position) => Put("Slice", [switches, model.AddConstant("from", Tensor.OfInts(position)), model.AddConstant("to", Tensor.OfInts(position + 1))], "switch");
            string isOn = Put("Cast", [Switch(i)], "is_on", ("to", (long)ElementType.Bool));
            string source = node.Input(0);
            foreach (int operand in planned.Inputs)
            {
                string tensor = node.Input(operand);
                if (!rounded.TryGetValue(tensor, out string? onGrid)) rounded[tensor] = onGrid = OnGrid((type, inputs, hint) => Put(type, inputs, hint), model, tensor, plan.Tensors[tensor]);
                node.SetInput(operand, Put("Where", [isOn, onGrid, tensor], "input"));
            }
            if (Product.Of(model, node) is { } product && planned.Weights is { } weights) AddChange(model, node, product, weights, plan.Tensors[source].Scale, Switch(plan.Nodes.Length + i));
        }
        return results;
    }

    private static List<int> Results(EditableModel model)
    {
        List<int> result = [];
        var producers = model.Producers();
        foreach (var (i, name) in model.Outputs.Index().ToArray())
        {
            if (Producer(producers, name) is { OpType: "Softmax" or "LogSoftmax" } softmax && !model.Outputs.Contains(softmax.Input(0)))
            {
                result.Add(model.Outputs.Count);
                model.AddOutput(softmax.Input(0), ElementType.Float32);
            }
            else result.Add(i);
        }
        return result;
    }

    private static EditableNode? Producer(Dictionary<string, EditableNode> producers, string tensor)
        => producers.GetValueOrDefault(tensor) is var node && node is { OpType: "Identity" } ? Producer(producers, node.Input(0)) : node;

    private static string OnGrid(Func<string, IReadOnlyList<string>, string, string> put, EditableModel model, string tensor, TensorGrid grid)
    {
        string scale = model.AddConstant("scale", Tensor.Of(Shape.Scalar, grid.Scale)), zero = model.AddConstant("zero", Tensor.From<sbyte>(ElementType.Int8, Shape.Scalar, [(sbyte)grid.Zero]));
        return put("DequantizeLinear", [put("QuantizeLinear", [tensor, scale, zero], "bytes"), scale, zero], "on_grid");
    }

    /// <summary>result = product with float weights + switch * product with what rounding changed in them.</summary>
    private static void AddChange(EditableModel model, EditableNode node, Product product, QuantizedWeights weights, float inputScale, string amount)
    {
        var data = weights.Data.Span<sbyte>();
        ReadOnlySpan<float> scales = weights.Scales.Span<float>(), original = product.Weights.Span<float>();
        int stride = 1;
        for (int i = weights.Axis + 1; i < weights.Data.Shape.Rank; i++) stride *= weights.Data.Shape[i];
        float[] change = new float[data.Length];
        for (int i = 0; i < change.Length; i++) change[i] = (data[i] * scales[i / stride % scales.Length]) - original[i];
        List<string> inputs = [node.Input(0), model.AddConstant("change_of_weights", Tensor.Of(product.Weights.Shape, change))];
        if (weights.Bias is { } bias)
        {
            float[] moved = new float[bias.Count];
            for (int i = 0; i < moved.Length; i++) moved[i] = (float)((bias.AsDouble(i) * scales[i % scales.Length] * inputScale) - (product.Bias?.AsDouble(i) ?? 0));
            inputs.Add(model.AddConstant("change_of_bias", Tensor.Of(bias.Shape, moved)));
        }
        string result = node.Outputs[0], main = model.Unique(result + "_main"), second = model.Unique(result + "_change"), scaled = model.Unique(result + "_scaled");
        node.SetOutput(0, main);
        int at = model.Position(node) + 1;
        model.Insert(at, model.Create("Add", [main, scaled], [result]));
        model.Insert(at, model.Create("Mul", [second, amount], [scaled]));
        model.Insert(at, model.CreateLike(node, inputs, second));
    }
}
