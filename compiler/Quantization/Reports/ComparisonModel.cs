using CompileModel.Frontend.Editing;
using CompileModel.IR;
using CompileModel.Quantization.Sensitivity;

namespace CompileModel.Quantization.Reports;

/// <summary>A float model and its quantised form in one, whose only result says how close tensors of the one are to those of the other.</summary>
public static class ComparisonModel
{
    /// <summary>Name of the result: float32[4 * tensors], sums of squares of the float tensor, of the difference and of the quantised tensor, and of products.</summary>
    public const string Output = "fidelity_of_tensors";

    /// <summary>Turns a prepared float model into the comparison.</summary>
    /// <param name="model">The prepared model.</param>
    /// <param name="plan">How it is quantised.</param>
    /// <param name="tensors">Float32 tensors; those that the plan quantises are taken from their grid.</param>
    public static void Make(EditableModel model, QuantizationPlan plan, IReadOnlyList<string> tensors)
    {
        // The copy goes behind all nodes: the plan counts positions.
        var copies = model.Duplicate("float32_");
        Quantizer.Apply(model, plan);
        string one = model.AddConstant("one_element", Tensor.OfInts(1));
        List<string> parts = [];
        string Put(string type, IReadOnlyList<string> inputs, string hint, params IReadOnlyList<(string, long)> attributes)
        {
            string result = model.Unique(hint);
            model.Insert(model.Nodes.Count, model.Create(type, inputs, [result], attributes));
            return result;
        }
        foreach (string tensor in tensors)
        {
            string expected = copies[tensor], actual = Dequantized(model, tensor), difference = Put("Sub", [expected, actual], tensor + "_difference");
            foreach (var (a, b) in (IReadOnlyList<(string, string)>)[(expected, expected), (difference, difference), (actual, actual), (expected, actual)])
                parts.Add(Put("Reshape", [Put("ReduceSum", [Put("Mul", [a, b], tensor + "_product")], tensor + "_sum", ("keepdims", 0)), one], tensor + "_element"));
        }
        Put("Concat", parts, Output, ("axis", 0));
        model.SetOutput(Output, ElementType.Float32);
    }

    /// <summary>Adds what one sample gave.</summary>
    /// <param name="fidelities">Of the tensors, in order.</param>
    /// <param name="result">The model's result.</param>
    public static void Take(IReadOnlyList<Fidelity> fidelities, Tensor result)
    {
        var sums = result.Span<float>();
        for (int i = 0; i < fidelities.Count; i++) fidelities[i].Add(sums[4 * i], sums[(4 * i) + 1], sums[(4 * i) + 2], sums[(4 * i) + 3]);
    }

    private static string Dequantized(EditableModel model, string tensor) =>
        model.Nodes.FirstOrDefault(n => n.OpType == "QuantizeLinear" && n.Input(0) == tensor) is { } quantize ? model.Nodes.First(n => n.OpType == "DequantizeLinear" && n.Input(0) == quantize.Outputs[0]).Outputs[0] : tensor;
}
