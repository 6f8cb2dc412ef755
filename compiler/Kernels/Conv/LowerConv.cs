using CompileModel.IR;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Tiling;

namespace CompileModel.Kernels.Conv;

/// <summary>Convolutions of float32 with constant weights, any kernel, stride, dilation and groups, by <see cref="ConvTemplate"/>.</summary>
public sealed class LowerConv : ILowering
{
    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext c)
    {
        if (node.Operator is not ConvNhwc conv || FusedOperands.Of(node, c, conv) is not { } operands || c.Constant(1) is not { } weights)
            return null;
        var output = c.OutputType().Shape;
        var isa = Isa.ForProfile(c.Target.Isas);
        var product = Product(conv, c);
        var (columns, depth, vectors) = (product.Columns, product.Depth, product.Vectors(c.Target));
        var packing = PanelPacking.Of(isa, columns, vectors);

        // w[KH,KW,C/g,M] is k-major already: k counts kernel rows, kernel columns, channels.
        var w = weights.Span<float>().ToArray();
        var packed = packing.Pack(conv.Groups, depth, (g, k, n) => w[k * output[3] + g * columns + n]);
        var plan = c.Plan();
        List<PlanValue> inputs = [PaddedInput.Of(plan, c, conv.Pads), plan.Constant(c.Hint("weights"), packed)];
        if (operands.Bias is { } bias)
            inputs.Add(plan.Constant(c.Hint("bias"), packing.PackBias(conv.Groups, bias.Span<float>())));
        inputs.AddRange(operands.Extras.Select(plan.Input));
        return plan.Call(new ConvTemplate(conv.Kernel, conv.Strides, conv.Dilations, conv.Groups, operands.Bias is not null, vectors, conv.Epilogue), inputs, plan.Output());
    }

    /// <inheritdoc/>
    public IReadOnlyList<Candidate> Candidates(Node node, LoweringContext c) => node.Operator is ConvNhwc conv ? Product(conv, c).Candidates(c.Target, "direct") : [];

    // Positions of a row of the image, or of the whole image where nothing is between its rows.
    private static ProductShape Product(ConvNhwc conv, LoweringContext c)
    {
        var output = c.OutputType().Shape;
        var channels = c.InputType(0).Shape[3];
        var taps = conv.Kernel[0] * conv.Kernel[1];
        var flat = taps == 1 && conv.Strides.All(s => s == 1) && conv.Pads.All(p => p == 0);
        return new ProductShape((flat ? 1 : output[0] * output[1]) * conv.Groups, flat ? output[0] * output[1] * output[2] : output[2], output[3] / conv.Groups,
            taps * (channels / conv.Groups), conv.Groups, conv.Strides[1] * channels);
    }
}
