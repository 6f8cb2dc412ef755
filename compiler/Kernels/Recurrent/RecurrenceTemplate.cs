using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Recurrent;

/// <summary>
/// The steps of a recurrent layer: products of the state with panels of R, gates and activations in registers, one step after another. Operands as those of
/// <see cref="Recurrence"/>, R packed gate by gate; results likewise, and for <see cref="RecurrentCell.Gru"/> a place [B,H] for the reset state. A unit is a block of sequences.
/// </summary>
/// <param name="Op">What is computed.</param>
/// <param name="Rows">Sequences of a block.</param>
/// <param name="Vectors">Vectors of a panel.</param>
public sealed record RecurrenceTemplate(Recurrence Op, int Rows, int Vectors) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "recurrence";

    /// <inheritdoc/>
    public override long Macs(IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs) => (long)outputs[0].Count * Op.Gates * outputs[0].Dims[2];

    /// <summary>The products of the inputs, and the states of all steps.</summary>
    public override bool AcceptsView(int operand) => operand == 0 || operand == Op.LengthsAt + (Op.HasLengths ? 1 : 0);

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var isa = Isa.ForProfile(target.Isas);
        var packing = PanelPacking.Of(isa, outputs[0].Dims[2], Vectors);
        var loops = new RecurrenceLoops(Op, Rows, packing, inputs[0], outputs[0]);
        return new LoopRoutine(this, "recurrence", $"{outputs[0].Dims[0]} steps of {Op.Cell}, {outputs[0].Dims[1]} sequences, {outputs[0].Dims[2]} states{(Op.IsReverse ? ", from the end" : "")}.",
            inputs, outputs, loops.Units, loops.Emit);
    }
}
