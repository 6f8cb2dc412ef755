using CompileModel.Frontend.Editing;
using CompileModel.IR;

namespace CompileModel.Quantization.Calibration;

/// <summary>A model whose only result is what is to be known of some tensors of another one. Compiled, it calibrates at the speed of the float program.</summary>
public static class CalibrationModel
{
    /// <summary>Name of the result: float32, for each tap in turn smallest, largest, sums by channel, numbers.</summary>
    public const string Output = "statistics_of_tensors";

    /// <summary>Makes a model give statistics in the place of its results.</summary>
    /// <param name="model">Operator set 13 or newer.</param>
    /// <param name="taps">Not empty.</param>
    public static void Make(EditableModel model, IReadOnlyList<Tap> taps)
    {
        string flat = model.AddConstant("flat", Tensor.OfInts(-1)), first = model.AddConstant("first", Tensor.OfInts(0)), end = model.AddConstant("end", Tensor.OfInts(long.MaxValue));
        List<string> parts = [];
        foreach (var tap in taps)
        {
            foreach (string type in (string[])["ReduceMin", "ReduceMax"])
                parts.Add(Add(model, "Reshape", [Add(model, type, [tap.Tensor], ("keepdims", 0)), flat]));
            if (tap.Channels > 0)
            {
                string shape = model.AddConstant("channels", Tensor.OfInts(tap.ChannelsLast ? [-1, tap.Channels] : [0, 0, -1])), axes = model.AddConstant("others", Tensor.OfInts(tap.ChannelsLast ? [0] : [0, 2]));
                parts.Add(Add(model, "ReduceSum", [Add(model, "Reshape", [tap.Tensor, shape]), axes], ("keepdims", 0)));
            }
            string all = Add(model, "Reshape", [tap.Tensor, flat]);
            parts.Add(tap.Step == 1 ? all : Add(model, "Slice", [all, first, end, first, model.AddConstant("step", Tensor.OfInts(tap.Step))]));
        }
        model.Insert(model.Nodes.Count, model.Create("Concat", parts, [Output], ("axis", 0)));
        model.SetOutput(Output, ElementType.Float32);
    }

    /// <summary>Takes the result for one sample in.</summary>
    /// <param name="statistics">One for each tap.</param>
    /// <param name="taps">Those that the model was made with.</param>
    /// <param name="result">The model's result.</param>
    public static void Take(IReadOnlyList<TensorStatistics> statistics, IReadOnlyList<Tap> taps, Tensor result)
    {
        var left = result.Span<float>();
        for (int i = 0; i < taps.Count; i++)
        {
            var tap = taps[i];
            float each = tap.Channels == 0 ? 1 : (float)tap.Channels / tap.Count;
            float[] means = [.. left.Slice(2, tap.Channels).ToArray().Select(sum => sum * each)];
            statistics[i].Add(left[0], left[1], means, left.Slice(2 + tap.Channels, tap.Numbers));
            left = left[tap.Length..];
        }
    }

    private static string Add(EditableModel model, string type, string[] inputs, params IReadOnlyList<(string Name, long Value)> attributes)
    {
        string name = model.Unique($"{inputs[0]}_{type}");
        model.Insert(model.Nodes.Count, model.Create(type, inputs, [name], attributes));
        return name;
    }
}
