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
    // The taps are unrolled.
    private const int MostTaps = 49;

    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext c)
    {
        if (!Takes(node, c))
            return null;
        var (isa, conv, channels, form) = (Isa.ForProfile(c.Target.Isas), (ConvNhwc)node.Operator, c.InputType(0).Shape[3], DepthwiseBytesForm.Of(node, c));
        var extras = Enumerable.Range(FusedOperator.FirstExtra, conv.Epilogue.Operands - 1);
        var group = 4 * isa.Lanes(ElementType.Int32);
        var width = (channels + group - 1) / group * group;
        var plan = c.Plan();
        var x = PaddedInput.Of(plan, c, conv.Pads, zero: conv.InputZero);
        PlanValue Constant<T>(string hint, ElementType type, IReadOnlyList<T> values) where T : unmanaged
            => plan.Constant(c.Hint(hint), Tensor.From<T>(type, Shape.Of(width), [.. values, .. new T[width - values.Count]]));
        IEnumerable<PlanValue> Sums() => [Constant("bias", ElementType.Int32, form.Facts.Bias(form.Bias)), .. extras.Select(plan.Input)];
        if (DepthwiseDotsTemplate.Serves(conv, c.Target) && (!isa.HasLaneFma || form.Weights.All(v => v is >= sbyte.MinValue and <= sbyte.MaxValue)))
            return plan.Call(new DepthwiseDotsTemplate(conv.Kernel, conv.Strides, conv.Epilogue, form.Facts), [x, plan.Constant(c.Hint("weights"), DepthwiseDots.Pack(isa, conv.Kernel, channels, i => form.Weights[i])), .. Sums()], plan.Output());
        var factors = form.Factors is not { } f ? null
            : new[] { Constant("start", ElementType.Int32, [.. f.Channels.Select(o => o.Start)]), Constant("factor", ElementType.Int16, [.. f.Channels.Select(o => o.Factor)]) };
        var template = new DepthwiseBytesTemplate(conv.Kernel, conv.Strides, conv.Dilations, conv.Epilogue, form.Together, factors is null ? form.Facts : default, form.Factors?.Shift ?? 0);
        return plan.Call(template, [x, plan.Constant(c.Hint("weights"), Packed(form, channels, width)), .. factors ?? Sums()], plan.Output());
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Candidates(Node node, LoweringContext c) => Takes(node, c) ? [DepthwiseCost.Of(node, c)] : [];

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

    private static Tensor Packed(DepthwiseBytesForm form, int channels, int width)
    {
        var taps = form.Weights.Length / channels;
        var (shape, weights) = (Shape.Of(taps, width), Enumerable.Range(0, taps * width).Select(i => i % width < channels ? form.Weights[i / width * channels + i % width] : 0));
        return form.Weight switch
        {
            ElementType.Int8 => Tensor.From<sbyte>(form.Weight, shape, [.. weights.Select(w => (sbyte)w)]),
            ElementType.Int16 => Tensor.From<short>(form.Weight, shape, [.. weights.Select(w => (short)w)]),
            _ => Tensor.From<int>(form.Weight, shape, [.. weights.Select(w => w & 0xFFFF)]),
        };
    }
}
