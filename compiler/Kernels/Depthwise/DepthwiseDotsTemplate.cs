using CompileModel.IR;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Depthwise;

/// <summary>
/// Depthwise convolution of bytes on cores with a dot product: bytes of four neighboring rows of a column are one lane of 32 bits, so that SDOT adds the products of a column of the filter.
/// Operands: x[N,H,W,C] int8 with its border, w int32 (<see cref="Pack"/>), bias[P] int32, epilogue operands; result [N,OH,OW,C].
/// </summary>
/// <param name="Kernel">KH (2..4), KW (1..4)</param>
/// <param name="Strides">vertical, horizontal</param>
/// <param name="Epilogue">applied to every sum</param>
public sealed record DepthwiseDotsTemplate(Ints Kernel, Ints Strides, Expression Epilogue) : KernelTemplate
{
    /// <summary>Operands in front of those of the epilogue.</summary>
    internal const int FirstExtra = 3;

    /// <summary>Channels that are computed together.</summary>
    internal const int Group = 8;

    /// <summary>Rows of a lane.</summary>
    internal const int Quad = 4;

    /// <summary>Whether a filter is of this kind.</summary>
    public static bool Serves(Ints kernel, Ints dilations) => kernel[0] is >= 2 and <= Quad && kernel[1] is >= 1 and <= Quad && dilations.All(d => d == 1);

    /// <summary>Weights [KH,KW,C] as lanes [groups of channels, KW, channel of the group]: row r of the filter is byte r, from the lowest on.</summary>
    public static Tensor Pack(Ints kernel, int channels, Func<int, int> weight)
    {
        var groups = (channels + Group - 1) / Group;
        var lanes = new int[groups * kernel[1] * Group];
        for (var i = 0; i < lanes.Length; i++)
        {
            var (channel, column) = (i / Group / kernel[1] * Group + i % Group, i / Group % kernel[1]);
            for (var row = 0; row < kernel[0] && channel < channels; row++)
                lanes[i] |= (byte)weight((row * kernel[1] + column) * channels + channel) << (8 * row);
        }
        return Tensor.From<int>(ElementType.Int32, Shape.Of(groups, kernel[1], Group), lanes);
    }

    /// <inheritdoc/>
    public override string Family => "depthwise";

    /// <inheritdoc/>
    public override long Macs(IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs) => (long)outputs[0].Count * Kernel[0] * Kernel[1];

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => operand == 0 || operand >= FirstExtra;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var rows = new DepthwiseDotRows(this, inputs, outputs[0]);
        return new LoopRoutine(this, "depthwise", $"Depthwise convolution of bytes {Kernel[0]}x{Kernel[1]} stride {Strides}: {inputs[0].Dims} to {outputs[0].Dims}.", inputs, outputs, rows.Units, rows.Emit);
    }
}
