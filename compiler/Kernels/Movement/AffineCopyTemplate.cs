using CompileModel.IR;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Movement;

/// <summary>A kernel whose result is the operand at indexes that are linear in its own: transposition, broadcasting, tiling, a slice.</summary>
public abstract record AffineCopyTemplate : KernelTemplate
{
    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <summary>The box to copy: extents, strides in operand and result, and the first element taken from the operand.</summary>
    protected abstract (IReadOnlyList<int> Dims, IReadOnlyList<int> Source, IReadOnlyList<int> Target, int Offset) Box(Layout input, Layout output);

    /// <inheritdoc/>
    public sealed override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var (dims, source, to, offset) = Box(inputs[0], outputs[0]);
        var copy = new StridedCopy(dims, source, to);
        return new LoopRoutine(this, Family, $"{this} on {inputs[0].Type.ShortName()}{inputs[0].Dims}.", inputs, outputs, copy.Units,
            b => b.HoistConstants(() => copy.EmitUnits(b, b.Pointer("in0") + offset, b.Pointer("out0"))));
    }
}
