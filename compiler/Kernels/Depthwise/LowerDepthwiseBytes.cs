using CompileModel.IR;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Kernels.Depthwise;

/// <summary>Convolutions of int8 with one filter a channel and constant weights of int8 or int16, up to 7x7 taps, by <see cref="DepthwiseDotsTemplate"/> or <see cref="DepthwiseBytesTemplate"/>.</summary>
public sealed class LowerDepthwiseBytes : ILowering
{
    // The taps are unrolled. Products of bytes take half a vector of channels.
    private const int MostTaps = 49, Halves = 8;

    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext c)
    {
        if (!Takes(node, c))
            return null;
        var (isa, conv, weights, taps) = (Isa.ForProfile(c.Target.Isas), (ConvNhwc)node.Operator, c.Constant(1)!, c.InputType(1).Shape[0] * c.InputType(1).Shape[1]);
        var channels = c.InputType(0).Shape[3];
        var extras = Enumerable.Range(FusedOperator.FirstExtra, conv.Epilogue.Operands - 1);
        var group = 4 * isa.Lanes(ElementType.Int32);
        var width = (channels + group - 1) / group * group;
        var plan = c.Plan();
        var x = PaddedInput.Of(plan, c, conv.Pads, zero: conv.InputZero);
        int[] w = [.. Enumerable.Range(0, taps * channels).Select(i => (int)weights.AsDouble(i))];
        var bias = new int[width];
        for (var i = 0; i < channels; i++)
            bias[i] = unchecked((c.Constant(FusedOperator.Bias)?.Span<int>()[i] ?? 0) - conv.InputZero * Enumerable.Range(0, taps).Sum(t => w[t * channels + i]));
        var hasDots = DepthwiseDotsTemplate.Serves(conv, c.Target) && (!isa.HasLaneFma || w.All(v => v is >= sbyte.MinValue and <= sbyte.MaxValue));
        var facts = hasDots ? SumFacts.Of(c, conv.Epilogue, [.. extras], [.. Enumerable.Range(0, channels).Select(i => Math.Abs((double)bias[i]) + 128 * Enumerable.Range(0, taps).Sum(t => Math.Abs((double)w[t * channels + i])))]) : default;
        KernelTemplate template = hasDots ? new DepthwiseDotsTemplate(conv.Kernel, conv.Strides, conv.Epilogue, facts) : new DepthwiseBytesTemplate(conv.Kernel, conv.Strides, conv.Dilations, conv.Epilogue);
        var packed = hasDots ? DepthwiseDots.Pack(isa, conv.Kernel, channels, i => w[i])
            : Packed(isa, conv.Kernel, channels, [.. Enumerable.Range(0, taps * width).Select(i => i % width < channels ? w[i / width * channels + i % width] : 0)], Shape.Of(taps, width));
        return plan.Call(template, [x, plan.Constant(c.Hint("weights"), packed), plan.Constant(c.Hint("bias"), Tensor.From<int>(ElementType.Int32, Shape.Of(width), facts.Bias(bias))), .. extras.Select(plan.Input)], plan.Output());
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Candidates(Node node, LoweringContext c) => Takes(node, c) ? [DepthwiseCost.Of((ConvNhwc)node.Operator, c)] : [];

    /// <summary>Whether the target has dot products and the filter is one that they serve.</summary>
    public static bool HasDots(ConvNhwc conv, TargetProfile target) => target.Has("dotprod") && DepthwiseDotsTemplate.Serves(conv, target);

    private static bool Takes(Node node, LoweringContext c)
    {
        if (node.Operator is not ConvNhwc conv || c.InputType(0).Element != ElementType.Int8 || Isa.ForProfile(c.Target.Isas).VectorBits == 0)
            return false;
        if (c.Constant(1) is not { Element: ElementType.Int8 or ElementType.Int16 } || (node.OptionalInput(FusedOperator.Bias) is not null && c.Constant(FusedOperator.Bias) is null))
            return false;
        var channels = c.InputType(0).Shape[3];
        if (conv.Groups != channels || c.OutputType().Shape[3] != channels || channels == 1 || conv.Kernel[0] * conv.Kernel[1] > MostTaps)
            return false;
        var extras = Enumerable.Range(FusedOperator.FirstExtra, conv.Epilogue.Operands - 1);
        return c.OutputType().Element is ElementType.Float32 or ElementType.Int32 or ElementType.Int8 or ElementType.UInt8
            && ElementwiseKernels.SupportsVector(conv.Epilogue, [ElementType.Int32, .. extras.Select(e => c.InputType(e).Element)]);
    }

    // The form that the products take; two products of bytes fit int16 unless all factors are -128.
    private static Tensor Packed(Isa isa, Ints kernel, int channels, int[] weights, Shape shape) => !isa.HasWideProducts ? Tensor.From<int>(ElementType.Int32, shape, [.. weights.Select(w => w & 0xFFFF)])
        : channels >= Halves && weights.All(w => w is >= sbyte.MinValue and <= sbyte.MaxValue) && !HasLowestPairs(kernel, weights, shape[1]) ? Tensor.From<sbyte>(ElementType.Int8, shape, [.. weights.Select(w => (sbyte)w)])
        : Tensor.From<short>(ElementType.Int16, shape, [.. weights.Select(w => (short)w)]);

    private static bool HasLowestPairs(Ints kernel, int[] weights, int width) => DepthwiseByteRows.Groups(kernel, ElementType.Int8, DepthwiseProducts.BytesTogether)
        .Any(taps => Enumerable.Range(0, width).Any(channel => taps.Count(t => weights[t * width + channel] == sbyte.MinValue) > 1));
}
