using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Movement;

/// <summary>Fills the border of a result whose inside was stored in place by its producer. Takes no input, or what the border holds.</summary>
/// <param name="Begins">Elements in front of the inside, for each axis.</param>
/// <param name="Ends">Elements behind it.</param>
/// <param name="Value">What the border holds.</param>
public sealed record BorderTemplate(Ints Begins, Ints Ends, float Value) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "pad";

    /// <inheritdoc/>
    public override long Bytes(IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
        => (outputs[0].Count - outputs[0].Dims.Select((size, d) => (long)(size - Begins[d] - Ends[d])).Aggregate(1L, (a, b) => a * b)) * outputs[0].Type.Size();

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var output = outputs[0];
        var loops = new PadLoops(output, null, [.. output.Dims.Select((size, d) => PadRun.Of(size - Begins[d] - Ends[d], Begins[d], Ends[d], PadMode.Constant))]);
        return new LoopRoutine(this, "border", $"Border of {Begins} and {Ends} around what is already in place.", inputs, outputs, loops.Units, b => b.HoistConstants(() => loops.Emit(b, null, b.Pointer("out0"), inputs.Count > 0 ? FillValue.Of(b.Pointer("in0")) : FillValue.Of(Value))));
    }
}
