using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Loops;
using CompileModel.Kernels.Views;
using CompileModel.Targets;

namespace CompileModel.Kernels.Movement;

/// <summary>The operand with a border: a constant, a second operand, or its own elements (edge, reflect, wrap).</summary>
/// <param name="Begins">Elements added in front, for each axis.</param>
/// <param name="Ends">Elements added behind, for each axis.</param>
/// <param name="Mode">What the border holds.</param>
/// <param name="Value">The constant.</param>
public sealed record PadTemplate(Ints Begins, Ints Ends, PadMode Mode, float Value) : KernelTemplate, IViewTemplate
{
    /// <summary>The kernel of an operator.</summary>
    public PadTemplate(PadStatic op) : this(op.Begins, op.Ends, op.Mode, op.Value) { }

    /// <inheritdoc/>
    public override string Family => "pad";

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <inheritdoc/>
    public IReadOnlyList<ViewRegion> Regions(IReadOnlyList<Shape> inputs, Shape output) =>
        Mode == PadMode.Constant ? [ViewRegion.Whole(0, Begins, new(inputs[0].ToArray()))] : [];

    /// <inheritdoc/>
    public KernelTemplate? Rest(IReadOnlyList<int> copied) =>
        copied.Contains(0) ? this : Begins.Concat(Ends).All(p => p == 0) ? null : new BorderTemplate(Begins, Ends, Value);

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var loops = new PadLoops(outputs[0], inputs[0].Strides, [.. inputs[0].Dims.Select((size, d) => PadRun.Of(size, Begins[d], Ends[d], Mode))]);
        return new LoopRoutine(this, "pad", $"Pad ({Mode}) by {Begins} and {Ends}.", inputs, outputs, loops.Units, b => b.HoistConstants(() => loops.Emit(b, b.Pointer("in0"), b.Pointer("out0"), inputs.Count > 1 ? FillValue.Of(b.Pointer("in1")) : FillValue.Of(Value))));
    }
}
