using CompileModel.IR;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Isas;

namespace CompileModel.Kernels.Depthwise;

/// <summary>How a depthwise convolution of bytes is computed where no dot products serve it: what its weights, biases and factors let.</summary>
/// <param name="Weight">the form that the products take: see <see cref="DepthwiseProducts"/></param>
/// <param name="Weights">by tap and channel</param>
/// <param name="Bias">of each channel, with minus the zero point of x times the weights</param>
/// <param name="Together">the taps that groups of channels add in 16 bits; empty unless weights are int8</param>
/// <param name="Facts">what is known of the sums</param>
/// <param name="Factors">factors of 16 bits, or null for an epilogue of float32</param>
internal sealed record DepthwiseBytesForm(ElementType Weight, int[] Weights, int[] Bias, Ints Together, SumFacts Facts, DepthwiseFactors? Factors)
{
    /// <summary>The form of a node with constant weights and bias.</summary>
    public static DepthwiseBytesForm Of(Node node, LoweringContext c)
    {
        var (isa, conv, constant, channels) = (Isa.ForProfile(c.Target.Isas), (ConvNhwc)node.Operator, c.Constant(1)!, c.InputType(0).Shape[3]);
        var taps = conv.Kernel[0] * conv.Kernel[1];
        int[] weights = [.. Enumerable.Range(0, taps * channels).Select(i => (int)constant.AsDouble(i))];
        IEnumerable<int> Of(int channel) => Enumerable.Range(0, taps).Select(t => weights[t * channels + channel]);
        int[] bias = [.. Enumerable.Range(0, channels).Select(i => unchecked((c.Constant(FusedOperator.Bias)?.Span<int>()[i] ?? 0) - conv.InputZero * Of(i).Sum()))];
        var facts = SumFacts.Of(c, conv.Epilogue, [.. Enumerable.Range(FusedOperator.FirstExtra, conv.Epilogue.Operands - 1)],
            [.. Enumerable.Range(0, channels).Select(i => Math.Abs((double)bias[i]) + 128 * Of(i).Sum(w => Math.Abs((double)w)))]);
        if (!isa.HasWideProducts)
            return new(ElementType.Int32, weights, bias, default, facts, null);
        var areBytes = channels >= DepthwiseTaps.Group && weights.All(w => w is >= sbyte.MinValue and <= sbyte.MaxValue);
        var together = areBytes ? DepthwiseTaps.OfGroups(conv.Kernel, channels, (channel, t) => (sbyte)weights[t * channels + channel]) : default;
        return !areBytes || together.Contains(1) ? new(ElementType.Int16, weights, bias, default, facts, null) : new(ElementType.Int8, weights, bias, together, facts, DepthwiseFactors.Of(c, conv.Epilogue, bias, Of));
    }
}
