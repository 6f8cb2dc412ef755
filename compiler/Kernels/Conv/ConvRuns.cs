using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Gemm;

namespace CompileModel.Kernels.Conv;

/// <summary>
/// The runs of contiguous factors that weights are packed for. Where the channels of a tap are whole units of factors, they say nothing about the kernel: taps may be read one by one or together.
/// Else all taps of a kernel row that lie side by side are one run, of which only the end is padded; or, where that saves enough, the whole window is one run of a copy (<see cref="WindowsTemplate"/>).
/// </summary>
/// <param name="Count">runs</param>
/// <param name="Length">factors of a run</param>
/// <param name="FixedTaps">taps of a run where the kernel must keep to it, else 0</param>
/// <param name="ReadsBeyond">whether the last unit of a run reaches beyond its end</param>
internal sealed record ConvRuns(int Count, int Length, int FixedTaps, bool ReadsBeyond)
{
    // What a copy must save, as a part of the units: it takes memory.
    private const double LeastSaved = 0.2;

    /// <summary>Cycles of a window that is copied beside the others first; 0 where none is.</summary>
    public double CopyCycles { get; private init; }

    /// <summary>Whether windows are copied side by side first.</summary>
    public bool AreCopied => CopyCycles > 0;

    /// <summary>The runs of a convolution.</summary>
    public static ConvRuns Of(ConvNhwc conv, LoweringContext c, ProductArithmetic arithmetic)
    {
        var (channels, taps) = (c.InputType(0).Shape[3] / conv.Groups, conv.Kernel[0] * conv.Kernel[1]);
        if (channels % arithmetic.Unit == 0)
            return new(taps, channels, 0, false);
        var joined = conv.Groups == 1 && conv.Dilations[1] == 1 ? conv.Kernel[1] : 1;
        var runs = new ConvRuns(taps / joined, joined * channels, joined, joined * channels % arithmetic.Unit != 0);
        if (arithmetic.Form != TileForm.Widening || conv.Groups != 1)
            return runs;

        // A product of a unit takes a cycle for each column.
        var (units, least) = (runs.Count * arithmetic.Units(runs.Length), arithmetic.Units(taps * channels));
        var (saved, copy) = (units - least, WindowsTemplate.Cycles(c.Target, runs.Count, runs.Length));
        return saved > LeastSaved * units && saved * c.OutputType().Shape[3] > copy ? new(1, taps * channels, 0, false) { CopyCycles = copy } : runs;
    }
}
