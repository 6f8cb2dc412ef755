using CompileModel.Frontend.Editing;
using CompileModel.IR;

namespace CompileModel.Quantization;

/// <summary>Batch normalisations that follow convolutions become part of their weights, so that the weights that are quantised are those that count.</summary>
internal static class BatchNormalizationFolding
{
    /// <summary>Rewrites a model.</summary>
    public static void Run(EditableModel model)
    {
        var readers = model.Nodes.SelectMany(n => n.Inputs).CountBy(name => name).ToDictionary();
        var outputs = model.Outputs.ToHashSet();
        var producers = model.Producers();
        var folded = new HashSet<EditableNode>();
        foreach (var norm in model.Nodes.Where(n => n.OpType == "BatchNormalization" && n.Int("training_mode", 0) == 0).ToArray())
        {
            string between = norm.Input(0);
            if (producers.GetValueOrDefault(between) is not { OpType: "Conv" } conv || readers[between] != 1 || outputs.Contains(between) || model.IsCaptured(between)) continue;
            if (Fold(model, conv, norm)) folded.Add(norm);
        }
        model.Remove(folded.Contains);
    }

    private static bool Fold(EditableModel model, EditableNode conv, EditableNode norm)
    {
        Tensor?[] parameters = [model.Constant(conv.Input(1)), .. Enumerable.Range(1, 4).Select(i => model.Constant(norm.Input(i)))];
        var bias = model.Constant(conv.Input(2));
        if (parameters.Append(bias ?? parameters[0]).Any(p => p?.Element != ElementType.Float32) || (bias is null && conv.Input(2).Length > 0)) return false;
        var (weights, gamma, beta, mean, variance) = (parameters[0]!, parameters[1]!, parameters[2]!, parameters[3]!, parameters[4]!);
        int channels = weights.Shape[0];
        if (channels == 0 || gamma.Count != channels) return false;
        float epsilon = norm.Float("epsilon", 1e-5f);
        float[] w = weights.Span<float>().ToArray(), b = new float[channels];
        int each = w.Length / channels;
        for (int c = 0; c < channels; c++)
        {
            double factor = gamma.AsDouble(c) / Math.Sqrt(variance.AsDouble(c) + epsilon);
            for (int i = c * each; i < (c + 1) * each; i++) w[i] = (float)(w[i] * factor);
            b[c] = (float)((((bias?.AsDouble(c) ?? 0) - mean.AsDouble(c)) * factor) + beta.AsDouble(c));
        }
        conv.SetInput(1, model.AddConstant(conv.Name + "_weights", Tensor.Of(weights.Shape, w)));
        conv.SetInput(2, model.AddConstant(conv.Name + "_bias", Tensor.Of(Shape.Of(channels), b)));
        conv.SetOutput(0, norm.Outputs[0]);
        return true;
    }
}
