using CompileModel.IR;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Movement;

/// <summary>A copy whose result has another element type of the same width.</summary>
/// <param name="To">Element type of the result.</param>
public sealed record BitCastTemplate(ElementType To) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "copy";

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var copy = new StridedCopy(outputs[0].Dims, inputs[0].Strides, outputs[0].Strides);
        return new LoopRoutine(this, "bit_cast", $"The bits of {inputs[0].Type.ShortName()}{inputs[0].Dims} as {To.ShortName()}.", inputs, outputs, copy.Units,
            b => copy.EmitUnits(b, b.Cast("bits", b.Pointer("in0"), To), b.Pointer("out0")));
    }
}
