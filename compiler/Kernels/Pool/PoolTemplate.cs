using CompileModel.IR;
using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Kernels.Pool;

/// <summary>Maximum or mean over windows of x[N,H,W,C], vectors over channels; windows at the border are cut at compile time, so padding is never read.</summary>
/// <param name="Kind">what a window becomes</param>
/// <param name="Kernel">KH, KW</param>
/// <param name="Strides">vertical, horizontal</param>
/// <param name="Dilations">vertical, horizontal</param>
/// <param name="Pads">top, left, bottom, right</param>
/// <param name="Scalar">why elements are taken one by one, or null</param>
public sealed record PoolTemplate(PoolKind Kind, Ints Kernel, Ints Strides, Ints Dilations, Ints Pads, string? Scalar) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "pool";

    /// <inheritdoc/>
    public override string? ScalarReason => Scalar;

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
        => new PoolRoutine(Isa.ForProfile(target.Isas).Name, this, inputs[0], outputs[0]);
}
