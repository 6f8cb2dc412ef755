using CompileModel.Frontend.Editing;
using CompileModel.IR;
using CompileModel.Kernels.Depthwise;

namespace CompileModel.Quantization;

/// <summary>A convolution or matrix product with constant float32 weights, as operand 1 of its node.</summary>
/// <param name="Node">The node; operand 0 is the activation, operand 2 the bias.</param>
/// <param name="Weights">Float32.</param>
/// <param name="Axis">The axis of the weights that counts output channels.</param>
/// <param name="Bias">Float32, one number for each output channel; null when there is none.</param>
internal sealed record Product(EditableNode Node, Tensor Weights, int Axis, Tensor? Bias)
{
    /// <summary>How many channels the activation has: along axis 1 of a convolution's, the last axis of any other.</summary>
    public int InputChannels => Node.OpType == "Conv" ? Weights.Shape[1] * (int)Node.Int("group", 1) : Weights.Shape[1 - Axis];

    /// <summary>Whether each weight of a channel belongs to an input channel of its own.</summary>
    private bool HasOneTap => Node.OpType != "Conv" || (Weights.Shape.Count == (long)Weights.Shape[0] * Weights.Shape[1] && Weights.Shape[1] > 1);

    /// <summary>Whether each channel has a filter of its own.</summary>
    private bool IsDepthwise => Node.OpType == "Conv" && Weights.Shape is { Rank: 4 } w && w[1] == 1 && w[0] >= DepthwiseTaps.Group && Node.Int("group", 1) == w[0];

    /// <summary>The product that a node is, or null.</summary>
    public static Product? Of(EditableModel model, EditableNode node)
    {
        if (!IsCandidate(node) || model.Constant(node.Input(1)) is not { Element: ElementType.Float32, Count: > 0 } weights || model.Constant(node.Input(0)) is not null) return null;
        if (node.OpType == "Conv" ? weights.Shape.Rank < 3 : weights.Shape.Rank != 2) return null;
        int axis = node.OpType == "Conv" || (node.OpType == "Gemm" && node.Int("transB", 0) != 0) ? 0 : 1;
        if (node.Input(2).Length == 0) return new(node, weights, axis, null);
        return model.Constant(node.Input(2)) is { Element: ElementType.Float32 } bias && bias.Count == weights.Shape[axis] && bias.Shape[^1] == bias.Count ? new(node, weights, axis, bias) : null;
    }

    /// <summary>Whether a node is of a type that can be quantised.</summary>
    public static bool IsCandidate(EditableNode node) => node.OpType is "Conv" or "MatMul" || (node.OpType == "Gemm" && node.Float("alpha", 1) == 1 && node.Float("beta", 1) == 1 && node.Int("transA", 0) == 0);

    /// <summary>The weights as integers between -127 and 127, with a scale for each output channel.</summary>
    /// <param name="inputScale">Scale of the activation; the bias is in units of it times the channel's scale.</param>
    /// <param name="means">Means of the activation by channel: what rounded weights add to the results on average is taken from the bias. Empty to leave that out.</param>
    /// <param name="goals">What the target gains from; the scales of channels that do not give it grow, within reason.</param>
    public QuantizedWeights Quantize(float inputScale, IReadOnlyList<float> means, WeightGoals? goals = null)
    {
        int channels = Weights.Shape[Axis], stride = 1;
        for (int i = Axis + 1; i < Weights.Shape.Rank; i++) stride *= Weights.Shape[i];
        var values = Weights.Span<float>();
        var rows = Enumerable.Range(0, channels).Select(_ => new List<float>()).ToArray();
        for (int i = 0; i < values.Length; i++) rows[i / stride % channels].Add(values[i]);
        double[] chosen = WeightScales.Choose(rows);
        var rounding = Rounding();
        sbyte[][] rounded = new sbyte[channels][];
        float[] scales = new float[channels];
        int[] bias = new int[channels];
        (sbyte[] Rounded, int Bias) Channel(int c, float scale)
        {
            sbyte[] weights = rounding.Round(rows[c], scale);
            double offset = (Bias?.AsDouble(c) ?? 0) - (means.Count > 0 ? Error(rows[c], weights, scale, c, means) : 0);
            return (weights, (int)Math.Round(offset / inputScale / scale));
        }
        for (int c = 0; c < channels; c++)
        {
            // A bias must fit into half of int32; where weights are that small beside it, coarser ones do.
            scales[c] = (float)Math.Max(Math.Max(chosen[c], MinScale), Math.Abs(Bias?.AsDouble(c) ?? 0) / inputScale / (1 << 30));
            scales[c] = ForShortSums(rows[c], scales[c], rounding, goals ?? new());
            (rounded[c], bias[c]) = Channel(c, scales[c]);
        }
        if (IsDepthwise && goals?.Factors is { } factors && factors.Shift(rounded.Select((r, c) => (r, bias[c], scales[c]))) is > 0 and var shift)
        {
            for (int c = 0; c < channels; c++)
            {
                int sum = DepthwiseTaps.Largest(Kernel, rounded[c], goals.Taps);
                foreach (float scale in factors.Near(scales[c], shift))
                {
                    var (weights, start) = Channel(c, scale);
                    if (!factors.IsProven(weights, start, scale, shift) || DepthwiseTaps.Largest(Kernel, weights, goals.Taps) > Math.Max(sum, short.MaxValue)) continue;
                    (rounded[c], bias[c], scales[c]) = (weights, start, scale);
                    break;
                }
            }
        }
        sbyte[] data = new sbyte[values.Length];
        int[] taken = new int[channels];
        for (int i = 0; i < data.Length; i++) data[i] = rounded[i / stride % channels][taken[i / stride % channels]++];
        bool hasBias = Bias is not null || (Node.OpType != "MatMul" && bias.Any(b => b != 0));
        return new(Tensor.From<sbyte>(ElementType.Int8, Weights.Shape, data), Tensor.Of(Shape.Of(channels), scales), Axis, hasBias ? Tensor.From<int>(ElementType.Int32, Shape.Of(channels), bias) : null);
    }

    private Ints Kernel => [Weights.Shape[2], Weights.Shape[3]];

    private float ForShortSums(List<float> row, float scale, WeightRounding rounding, WeightGoals goals)
    {
        if (HasOneTap && goals.Units is { } units) return WeightScales.ForShortSums(row, scale, units(row.Count));
        return IsDepthwise && goals.Taps > 1 ? WeightScales.Grown(scale, s => DepthwiseTaps.Largest(Kernel, rounding.Round(row, s), goals.Taps)) ?? scale : scale;
    }

    private WeightRounding Rounding()
    {
        int[] extents = Node.OpType == "Conv" ? Weights.Shape.ToArray()[2..] : [];
        return new(extents, [.. Node.Ints("dilations")?.Select(d => (int)d) ?? extents.Select(_ => 1)]);
    }

    /// <summary>What rounding adds to a channel's results on average; the borders of a padded image are taken for its inner part.</summary>
    private double Error(List<float> row, sbyte[] rounded, float scale, int channel, IReadOnlyList<float> means)
    {
        bool isConv = Node.OpType == "Conv";
        int inputs = isConv ? Weights.Shape[1] : row.Count, taps = row.Count / inputs, first = isConv ? channel / (Weights.Shape[0] / (int)Node.Int("group", 1)) * inputs : 0;
        double sum = 0;
        for (int i = 0; i < row.Count; i++) sum += ((rounded[i] * (double)scale) - row[i]) * means[first + (i / taps)];
        return sum;
    }

    /// <summary>For channels of zeros.</summary>
    private const double MinScale = 1e-12;
}
