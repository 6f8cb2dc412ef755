using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Gemm;

namespace CompileModel.Kernels.Conv;

/// <summary>
/// The runs of contiguous factors that weights are packed for. Where the channels of a tap are whole units of factors, they say nothing about the kernel: taps may be read one by one or together.
/// Else all taps of a kernel row that lie side by side are one run, of which only the end is padded.
/// </summary>
/// <param name="Count">runs</param>
/// <param name="Length">factors of a run</param>
/// <param name="FixedTaps">taps of a run where the kernel must keep to it, else 0</param>
/// <param name="ReadsBeyond">whether the last unit of a run reaches beyond its end</param>
internal sealed record ConvRuns(int Count, int Length, int FixedTaps, bool ReadsBeyond)
{
    /// <summary>The runs of a convolution.</summary>
    public static ConvRuns Of(ConvNhwc conv, LoweringContext c, ProductArithmetic arithmetic)
    {
        var (channels, taps) = (c.InputType(0).Shape[3] / conv.Groups, conv.Kernel[0] * conv.Kernel[1]);
        if (channels % arithmetic.Unit == 0)
            return new(taps, channels, 0, false);
        var joined = conv.Groups == 1 && conv.Dilations[1] == 1 ? conv.Kernel[1] : 1;
        return new(taps / joined, joined * channels, joined, joined * channels % arithmetic.Unit != 0);
    }
}
