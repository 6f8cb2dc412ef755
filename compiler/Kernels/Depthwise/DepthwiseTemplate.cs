using CompileModel.IR;
using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Kernels.Depthwise;

/// <summary>
/// Depthwise convolution (one filter a channel) of an input that already has its border, vectors over channels, blocked over the width. Operands:
/// x[N,H,W,C], w[KH,KW,1,C], bias[C] unless absent, epilogue operands; result [N,OH,OW,C].
/// </summary>
/// <param name="Kernel">KH, KW</param>
/// <param name="Strides">vertical, horizontal</param>
/// <param name="Dilations">vertical, horizontal</param>
/// <param name="HasBias">whether there is a bias operand</param>
/// <param name="Epilogue">applied to every sum</param>
public sealed record DepthwiseTemplate(Ints Kernel, Ints Strides, Ints Dilations, bool HasBias, Expression Epilogue) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "depthwise";

    /// <inheritdoc/>
    public override long Macs(IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs) => (long)outputs[0].Count * Kernel[0] * Kernel[1];

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => operand == 0 || operand >= (HasBias ? 3 : 2);

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
        => new DepthwiseRoutine(Isa.ForProfile(target.Isas).Name, target.VectorRegisters, target.Issue, this, inputs[0], outputs[0], [.. inputs.Skip(HasBias ? 3 : 2)]);
}
