using CompileModel.IR;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Depthwise;

/// <summary>
/// Depthwise convolution of bytes (one filter a channel) that already have their border, vectors over channels, blocked over the width; sums are int32. Operands: x[N,H,W,C] int8,
/// w[KH*KW,P] in the form the products take (<see cref="DepthwiseProducts"/>) with channels filled up to whole groups, bias[P] int32, epilogue operands; result [N,OH,OW,C]. With a shift the
/// starts and factors of <see cref="DepthwiseFactors"/> take the place of the bias and of the operands of the epilogue.
/// </summary>
/// <param name="Kernel">KH, KW</param>
/// <param name="Strides">vertical, horizontal</param>
/// <param name="Dilations">vertical, horizontal</param>
/// <param name="Epilogue">applied to every sum</param>
/// <param name="Together">with weights of int8 the taps that each group of channels adds in 16 bits, two numbers at most; see <see cref="DepthwiseTaps"/></param>
/// <param name="Sums">what is known of them</param>
/// <param name="Shift">see <see cref="DepthwiseFactors"/>; 0 for an epilogue of float32</param>
public sealed record DepthwiseBytesTemplate(Ints Kernel, Ints Strides, Ints Dilations, Expression Epilogue, Ints Together = default, SumFacts Sums = default, int Shift = 0) : KernelTemplate
{
    /// <summary>Operands in front of those of the epilogue.</summary>
    internal const int FirstExtra = 3;

    /// <inheritdoc/>
    public override string Family => "depthwise";

    /// <inheritdoc/>
    public override long Macs(IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs) => (long)outputs[0].Count * Kernel[0] * Kernel[1];

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => operand == 0 || operand >= FirstExtra;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var rows = new DepthwiseByteRows(this, inputs, outputs[0]);
        return new LoopRoutine(this, "depthwise", $"Depthwise convolution of bytes {Kernel[0]}x{Kernel[1]} stride {Strides}: {inputs[0].Dims} to {outputs[0].Dims}.", inputs, outputs, rows.Units, rows.Emit);
    }
}
