using CompileModel.IR;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Loops;
using CompileModel.Kernels.Movement;
using CompileModel.Targets;

namespace CompileModel.Kernels.Conv;

/// <summary>
/// The windows of a convolution side by side (im2col): x[N,H,W,C] of bytes with its border to [N,OH,OW,F], where the first KH*KW*C of the F factors are a window's, by kernel row, column and channel;
/// the others are anything, their weights are 0.
/// </summary>
/// <param name="Kernel">KH, KW</param>
/// <param name="Strides">vertical, horizontal</param>
/// <param name="Dilations">vertical, horizontal</param>
public sealed record WindowsTemplate(Ints Kernel, Ints Strides, Ints Dilations) : KernelTemplate
{
    // Runs that are on their way at a time.
    private const int Together = 4;

    /// <inheritdoc/>
    public override string Family => "windows";

    /// <summary>The windows of a convolution's first operand.</summary>
    internal static PlanValue Of(KernelPlan plan, LoweringContext c, ConvNhwc conv, ProductArithmetic arithmetic)
    {
        var (x, y) = (PaddedInput.Of(plan, c, conv.Pads, arithmetic, conv.InputZero), c.OutputType().Shape);
        var factors = arithmetic.Units(conv.Kernel[0] * conv.Kernel[1] * c.InputType(0).Shape[3]) * arithmetic.Unit;
        var windows = plan.Temporary(c.Hint("windows"), new(arithmetic.Factor, Shape.Of(y[0], y[1], y[2], factors)));
        plan.Call(new WindowsTemplate(conv.Kernel, conv.Strides, conv.Dilations), [x], windows);
        return windows;
    }

    /// <summary>Cycles of the copy for each window of so many runs of bytes.</summary>
    internal static double Cycles(TargetProfile target, int runs, int length) => (2.0 * runs * Runs.Pieces(length) + 4) / (target.Issue.InOrder ? 1 : 2);

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var (x, y) = (inputs[0], outputs[0]);
        var (taps, length) = Dilations[1] == 1 ? (1, Kernel[1] * x.Dims[3]) : (Kernel[1], x.Dims[3]);
        int[] offsets = [.. Enumerable.Range(0, Kernel[0] * taps).Select(r => r / taps * Dilations[0] * x.Strides[1] + r % taps * Dilations[1] * x.Strides[2])];
        void Window(RoutineBuilder b, Ptr from, Ptr to)
        {
            foreach (var together in Enumerable.Range(0, offsets.Length).Chunk(Together))
                Runs.CopyTogether(b, [.. together.Select(r => (to + r * length, from + offsets[r]))], length);
        }
        return new LoopRoutine(this, "windows", $"Windows {Kernel[0]}x{Kernel[1]} stride {Strides} side by side: {x.Dims} to {y.Dims}.", inputs, outputs, y.Dims[0] * y.Dims[1], b => b.ForUnits("row", row =>
        {
            var image = b.Let("image", row / y.Dims[1]);
            var from = b.Let("from", b.Pointer("in0") + image * x.Strides[0] + (row - image * y.Dims[1]) * (Strides[0] * x.Strides[1]));
            var to = b.Let("to", b.Pointer("out0") + row * y.Strides[1]);
            b.Repeat("left", y.Dims[2], () =>
            {
                Window(b, from, to);
                b.Advance(from, Strides[1] * x.Strides[2]);
                b.Advance(to, y.Strides[2]);
            });
        }));
    }
}
