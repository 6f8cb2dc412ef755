using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Resampling;

/// <summary>Each result is a weighted sum of input elements chosen by tables, one table of indexes (and one of weights) for each axis that changes.</summary>
/// <param name="Mode">For names only; the tables say what is computed.</param>
/// <param name="Type">Element type.</param>
/// <param name="Axes">The axes, ascending.</param>
/// <param name="Taps">Inputs of one result along each axis.</param>
/// <param name="Weighted">Whether there are weights; without them elements of any type are copied.</param>
public sealed record ResizeTemplate(ResizeMode Mode, ElementType Type, Ints Axes, Ints Taps, bool Weighted) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "resize";

    /// <inheritdoc/>
    public override string? ScalarReason => Weighted && Type != ElementType.Float32 ? $"elements of type {Type.ShortName()}" : null;

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var loops = new ResizeLoops(this, inputs[0], outputs[0], Isa.ForProfile(target.Isas));
        return new LoopRoutine(this, $"resize_{Mode.ToString().ToLowerInvariant()}", $"Resize ({Mode}) of {inputs[0].Type.ShortName()}{inputs[0].Dims}.", inputs, outputs, loops.Units, loops.Emit);
    }
}
