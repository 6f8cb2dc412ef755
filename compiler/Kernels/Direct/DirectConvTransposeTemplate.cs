using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Direct;

/// <summary>Transposed convolution of x[N,C,spatial...] with w[C,M/g,kernel...] and perhaps bias[M]: each result gathers the taps that reach it.</summary>
/// <param name="Strides">One a spatial axis.</param>
/// <param name="Dilations">One a spatial axis.</param>
/// <param name="Pads">Begins, then ends.</param>
/// <param name="Groups">Groups of channels.</param>
/// <param name="Scalar">Why there is no vector code.</param>
public sealed record DirectConvTransposeTemplate(Ints Strides, Ints Dilations, Ints Pads, int Groups, string Scalar) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "directconvtranspose";

    /// <inheritdoc/>
    public override string? ScalarReason => Scalar;

    /// <inheritdoc/>
    public override long Macs(IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs) => (long)inputs[0].Count * (inputs[1].Count / inputs[1].Dims[0]);

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var (x, w, y) = (inputs[0], inputs[1], outputs[0]);
        int depth = w.Dims[0] / Groups, channels = w.Dims[1];
        var axes = WindowAxis.Of(x, y, [.. w.Dims.Skip(2)], Strides, Dilations, Pads);
        return new LoopRoutine(this, "convtranspose_direct", $"Transposed convolution of {x.Type.ShortName()}{x.Dims} with {w.Dims}, strides {Strides}, dilations {Dilations}, pads {Pads}, {Groups} groups.",
            inputs, outputs, y.Dims[0] * y.Dims[1], b => b.UseScalar(() => b.HoistConstants(() => WindowNest.Planes(b, y, (image, m) =>
            {
                Int group = Groups == 1 ? 0 : b.Let("group", m / channels);
                var source = b.Let("source", b.Pointer("in0") + (image * x.Strides[0] + group * (depth * x.Strides[1])));
                var weights = b.Let("weights", b.Pointer("in1") + (group * (depth * w.Strides[0]) + (m - group * channels) * w.Strides[1]));
                var bias = inputs.Count > 2 ? FloatStorage.Load(b, b.Pointer("in2") + m * inputs[2].Strides[0], "bias") : (Vec?)null;
                WindowNest.Positions(b, y, b.Let("result", b.Pointer("out0") + (image * y.Strides[0] + m * y.Strides[1])), (place, to) =>
                {
                    var ranges = axes.Select((a, i) => a.TransposedTaps(b, place[i])).ToArray();
                    var sum = bias is { } start ? b.Variable("sum", start) : b.Zero(FloatStorage.Computed(x.Type), "sum");
                    WindowNest.Taps(b, ranges, tap => Reached(b, axes, place, tap, from =>
                        b.For("c", 0, depth, c => b.FmaInto(sum,
                            FloatStorage.Load(b, source + (c * x.Strides[1] + WindowNest.Offset(from, x.Strides, 2))),
                            FloatStorage.Load(b, weights + (c * w.Strides[0] + WindowNest.Offset(tap, w.Strides, 2)), "w")))));
                    FloatStorage.Store(b, to, sum);
                });
            }))));
    }

    // The place in the input from which the tap reaches a place of the result: there is one only where strides divide.
    private static void Reached(RoutineBuilder b, WindowAxis[] axes, IReadOnlyList<Int> place, IReadOnlyList<Int> tap, Action<IReadOnlyList<Int>> body)
    {
        void Axis(List<Int> from)
        {
            if (from.Count == axes.Length)
            {
                body(from);
                return;
            }
            var axis = axes[from.Count];
            var at = b.Let("at", place[from.Count] + axis.Begin - tap[from.Count] * axis.Dilation);
            if (axis.Stride == 1) Axis([.. from, at]);
            else b.If(RoutineBuilder.Compare(at % axis.Stride, "==", 0), () => Axis([.. from, b.Let("from", at / axis.Stride)]));
        }
        Axis([]);
    }
}
