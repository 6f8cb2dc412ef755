using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Direct;

/// <summary>One spatial axis of a sliding window.</summary>
/// <param name="Input">Extent of the input.</param>
/// <param name="Output">Extent of the result.</param>
/// <param name="Kernel">Taps.</param>
/// <param name="Stride">Step between windows.</param>
/// <param name="Dilation">Distance of neighboring taps.</param>
/// <param name="Begin">Padding in front.</param>
/// <param name="End">Padding behind.</param>
internal sealed record WindowAxis(int Input, int Output, int Kernel, int Stride, int Dilation, int Begin, int End)
{
    /// <summary>The spatial axes of a window over x[N,C,spatial...].</summary>
    public static WindowAxis[] Of(Layout x, Layout y, IReadOnlyList<int> kernel, Ints strides, Ints dilations, Ints pads) =>
        [.. Enumerable.Range(0, kernel.Count).Select(i => new WindowAxis(x.Dims[2 + i], y.Dims[2 + i], kernel[i], strides[i], dilations[i], pads[i], pads[kernel.Count + i]))];

    /// <summary>The taps inside the input, of the window at a position: first, one past the last. Constants where no border cuts a window.</summary>
    public (Int From, Int To) Taps(RoutineBuilder b, Int position)
    {
        bool isCut = Begin > 0 || (Output - 1) * Stride - Begin + (Kernel - 1) * Dilation >= Input;
        if (!isCut) return (0, Kernel);
        var before = Begin - position * Stride;
        return (Local(b, "first", (Int.Max(before, 0) + (Dilation - 1)) / Dilation), Local(b, "last", UpTo(before, Input)));
    }

    /// <summary>How many taps of the window at a position are inside the padded input.</summary>
    public Int Counted(RoutineBuilder b, Int position)
    {
        bool isCut = (Output - 1) * Stride - Begin + (Kernel - 1) * Dilation >= Input + End;
        return isCut ? Local(b, "counted", UpTo(Begin - position * Stride, Input + End)) : Kernel;
    }

    /// <summary>The taps of a transposed window that may reach a position of the result: those whose place in the input, times the stride, is inside it.</summary>
    public (Int From, Int To) TransposedTaps(RoutineBuilder b, Int position)
    {
        var place = position + Begin;
        return (Local(b, "first", (Int.Max(place - (Input - 1) * Stride, 0) + (Dilation - 1)) / Dilation), Local(b, "last", Int.Min((place + Dilation) / Dilation, Kernel)));
    }

    // Taps k with k * Dilation - before < extent.
    private Int UpTo(Int before, int extent) => Int.Min((before + (extent - 1 + Dilation)) / Dilation, Kernel);

    private static Int Local(RoutineBuilder b, string name, Int value) => value.Constant is null ? b.Let(name, value) : value;
}
