using CompileModel.Frontend.Editing;
using CompileModel.IR;

namespace CompileModel.Quantization.Calibration;

/// <summary>A model whose only result is the smallest and largest number of each of some tensors of another one. Compiled, it calibrates at the speed of the float program.</summary>
public static class RangeModel
{
    /// <summary>Name of the result: float32[2 * tensors], smallest and largest of each in turn.</summary>
    public const string Output = "ranges_of_tensors";

    /// <summary>Makes a model give ranges in the place of its results.</summary>
    public static void Make(EditableModel model, IReadOnlyList<string> tensors)
    {
        string one = model.AddConstant("one_element", Tensor.OfInts(1));
        List<string> parts = [];
        foreach (string tensor in tensors)
            foreach (string type in (string[])["ReduceMin", "ReduceMax"])
            {
                string scalar = model.Unique($"{tensor}_{type}"), element = model.Unique(scalar + "_element");
                model.Insert(model.Nodes.Count, model.Create(type, [tensor], [scalar], ("keepdims", 0)));
                model.Insert(model.Nodes.Count, model.Create("Reshape", [scalar, one], [element]));
                parts.Add(element);
            }
        model.Insert(model.Nodes.Count, model.Create("Concat", parts, [Output], ("axis", 0)));
        model.SetOutput(Output, ElementType.Float32);
    }

    /// <summary>Extends ranges by what a sample gave; NaN stays.</summary>
    /// <param name="ranges">Smallest and largest of each tensor in turn.</param>
    /// <param name="sample">The model's result.</param>
    public static void Extend(Span<float> ranges, Tensor sample)
    {
        var found = sample.Span<float>();
        for (int i = 0; i < ranges.Length; i++) ranges[i] = i % 2 == 0 ? MathF.Min(ranges[i], found[i]) : MathF.Max(ranges[i], found[i]);
    }
}
