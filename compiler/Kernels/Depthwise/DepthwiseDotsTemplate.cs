using CompileModel.IR;
using CompileModel.IR.Operators.Fused;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Depthwise;

/// <summary>
/// Depthwise convolution of bytes by instructions that add products of neighbors: rows of a column are neighbors in lanes of 32 bits, so that one or two of them take a column of the filter.
/// Operands: x[N,H,W,C] int8 with its border, w int32 (<see cref="DepthwiseDots.Pack"/>), bias[P] int32, epilogue operands; result [N,OH,OW,C].
/// </summary>
/// <param name="Kernel">KH (2..4), KW (1..4)</param>
/// <param name="Strides">vertical, horizontal</param>
/// <param name="Epilogue">applied to every sum</param>
/// <param name="Sums">what is known of the sums</param>
public sealed record DepthwiseDotsTemplate(Ints Kernel, Ints Strides, Expression Epilogue, SumFacts Sums) : KernelTemplate
{
    /// <summary>Operands in front of those of the epilogue.</summary>
    internal const int FirstExtra = 3;

    /// <summary>Whether the target has such products and the filter is one that they serve.</summary>
    public static bool Serves(ConvNhwc conv, TargetProfile target) => (target.Architecture == TargetArchitecture.X64 || target.Has("dotprod"))
        && conv.Kernel.All(k => k is >= 1 and <= DepthwiseDots.Rows) && conv.Kernel[0] > 1 && conv.Dilations.All(d => d == 1);

    /// <inheritdoc/>
    public override string Family => "depthwise";

    /// <inheritdoc/>
    public override long Macs(IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs) => (long)outputs[0].Count * Kernel[0] * Kernel[1];

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => operand == 0 || operand >= FirstExtra;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var rows = new DepthwiseDotRows(this, Isa.ForProfile(target.Isas), inputs, outputs[0]);
        return new LoopRoutine(this, "depthwise", $"Depthwise convolution of bytes {Kernel[0]}x{Kernel[1]} stride {Strides}: {inputs[0].Dims} to {outputs[0].Dims}.", inputs, outputs, rows.Units, rows.Emit);
    }
}
