using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Direct;

/// <summary>Convolution of x[N,C,spatial...] with w[M,C/g,kernel...] and perhaps bias[M], as written: one result after the other, windows cut at the border.</summary>
/// <param name="Strides">One a spatial axis.</param>
/// <param name="Dilations">One a spatial axis.</param>
/// <param name="Pads">Begins, then ends.</param>
/// <param name="Groups">Groups of channels.</param>
/// <param name="Scalar">Why there is no vector code.</param>
public sealed record DirectConvTemplate(Ints Strides, Ints Dilations, Ints Pads, int Groups, string Scalar) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "directconv";

    /// <inheritdoc/>
    public override string? ScalarReason => Scalar;

    /// <inheritdoc/>
    public override long Macs(IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs) => (long)outputs[0].Count * (inputs[1].Count / inputs[1].Dims[0]);

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var (x, w, y) = (inputs[0], inputs[1], outputs[0]);
        int depth = w.Dims[1], channels = w.Dims[0] / Groups;
        var axes = WindowAxis.Of(x, y, [.. w.Dims.Skip(2)], Strides, Dilations, Pads);
        int[] steps = [.. axes.Select((a, i) => a.Stride * x.Strides[2 + i])], taps = [.. axes.Select((a, i) => a.Dilation * x.Strides[2 + i])];
        int corner = axes.Select((a, i) => a.Begin * x.Strides[2 + i]).Sum();
        return new LoopRoutine(this, "conv_direct", $"Convolution of {x.Type.ShortName()}{x.Dims} with {w.Dims}, strides {Strides}, dilations {Dilations}, pads {Pads}, {Groups} groups.",
            inputs, outputs, y.Dims[0] * y.Dims[1], b => b.UseScalar(() => b.HoistConstants(() => WindowNest.Planes(b, y, (image, m) =>
            {
                var source = b.Let("source", b.Pointer("in0") + (image * x.Strides[0] + m / channels * (Groups == 1 ? 0 : depth * x.Strides[1])));
                var weights = b.Let("weights", b.Pointer("in1") + m * w.Strides[0]);
                var bias = inputs.Count > 2 ? FloatStorage.Load(b, b.Pointer("in2") + m * inputs[2].Strides[0], "bias") : (Vec?)null;
                WindowNest.Positions(b, y, b.Let("result", b.Pointer("out0") + (image * y.Strides[0] + m * y.Strides[1])), (place, to) =>
                {
                    var ranges = axes.Select((a, i) => a.Taps(b, place[i])).ToArray();

                    // Windows above and left of the input start at negative offsets that the first tap inside makes up for.
                    var window = b.Let("window", source + (WindowNest.Offset(place, steps, 0) - corner));
                    var sum = bias is { } start ? b.Variable("sum", start) : b.Zero(FloatStorage.Computed(x.Type), "sum");
                    b.For("c", 0, depth, c => WindowNest.Taps(b, ranges, tap => b.FmaInto(sum,
                        FloatStorage.Load(b, window + (c * x.Strides[1] + WindowNest.Offset(tap, taps, 0))),
                        FloatStorage.Load(b, weights + (c * w.Strides[1] + WindowNest.Offset(tap, w.Strides, 2)), "w"))));
                    FloatStorage.Store(b, to, sum);
                });
            }))));
    }
}
