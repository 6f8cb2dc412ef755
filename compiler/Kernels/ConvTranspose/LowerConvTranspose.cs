using CompileModel.IR;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Tiling;

namespace CompileModel.Kernels.ConvTranspose;

/// <summary>Transposed convolutions of float32 with constant weights by <see cref="ConvTransposeTemplate"/>.</summary>
public sealed class LowerConvTranspose : ILowering
{
    /// <inheritdoc/>
    public KernelPlan? TryLower(Node node, LoweringContext c)
    {
        if (node.Operator is not ConvTransposeNhwc conv || FusedOperands.Of(node, c, conv) is not { AreFloats: true } operands || c.Constant(1) is not { } weights)
            return null;
        var (x, y) = (c.InputType(0).Shape, c.OutputType().Shape);
        Phases Axis(int a) => Phases.Of(x[1 + a], y[1 + a], conv.Kernel[a], conv.Strides[a], conv.Dilations[a], conv.Pads[a]);
        var (vertical, horizontal) = (Axis(0), Axis(1));
        var (columns, depth, taps) = (y[3] / conv.Groups, x[3] / conv.Groups, vertical.Items[0].Taps * horizontal.Items[0].Taps);
        var vectors = TileModel.Choose(c.Target, y[0] * y[1] * conv.Groups * conv.Strides[1], y[2] / conv.Strides[1] + 1, columns, taps * depth).Vectors;
        var packing = PanelPacking.Of(Isa.ForProfile(c.Target.Isas), columns, vectors);

        // w[KH,KW,C,M/g]: group g owns input channels g*C/g.. of it.
        var w = weights.Span<float>().ToArray();
        var packed = new List<float>();
        foreach (var v in vertical.Items)
        {
            foreach (var h in horizontal.Items)
            {
                packed.AddRange(packing.Pack(conv.Groups, v.Taps * h.Taps * depth, (g, k, n) =>
                {
                    var (tap, channel) = (k / depth, k % depth);
                    if (v.FirstTap < 0 || h.FirstTap < 0)
                        return 0;
                    var (kh, kw) = (v.FirstTap + tap / h.Taps * v.TapStep, h.FirstTap + tap % h.Taps * h.TapStep);
                    return w[((kh * conv.Kernel[1] + kw) * x[3] + g * depth + channel) * columns + n];
                }).Span<float>());
            }
        }
        var plan = c.Plan();
        List<PlanValue> inputs =
        [
            PaddedInput.Of(plan, c, [vertical.Begin, horizontal.Begin, vertical.End, horizontal.End], operands.Arithmetic),
            plan.Constant(c.Hint("weights"), Tensor.Of(Shape.Of(packed.Count), [.. packed])),
        ];
        if (operands.Bias is { } bias)
            inputs.Add(plan.Constant(c.Hint("bias"), packing.PackBias(conv.Groups, bias.Span<float>())));
        inputs.AddRange(operands.Extras.Select(plan.Input));
        var template = new ConvTransposeTemplate(vertical, horizontal, conv.Strides, conv.Groups, operands.Bias is not null, vectors, conv.Epilogue);
        return plan.Call(template, inputs, plan.Output());
    }
}
