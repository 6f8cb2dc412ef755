using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Loops;
using CompileModel.Kernels.Movement;
using CompileModel.Targets;

namespace CompileModel.Kernels.Indexing;

/// <summary>A copy of the first operand in which single elements are updated: the second operand's indexes replace the position along the axis. One unit: updates may meet.</summary>
/// <param name="Axis">The axis, not negative.</param>
/// <param name="Reduction">How updates join.</param>
public sealed record ScatterElementsTemplate(int Axis, ScatterReduction Reduction) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "scatter";

    /// <inheritdoc/>
    public override string? ScalarReason => "single elements by index";

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var (x, indexes, updates, y) = (inputs[0], inputs[1], inputs[2], outputs[0]);
        var copy = new StridedCopy(y.Dims, x.Strides, y.Strides);
        var loops = IterationSpace.Merge(updates.Dims, indexes.Strides, updates.Strides, [.. y.Strides.Select((s, d) => d == Axis ? 0 : s)]);
        return new LoopRoutine(this, "scatter_elements", $"ScatterElements ({Reduction}) along axis {Axis} of {x.Type.ShortName()}{x.Dims}.", inputs, outputs, 1, b =>
        {
            b.HoistConstants(() => copy.Emit(b, b.Pointer("in0"), b.Pointer("out0")));
            b.UseScalar(() => b.HoistConstants(() => VectorLoops.Nest(b, loops.Dims, [b.Pointer("in1"), b.Pointer("in2"), b.Pointer("out0")], loops.Strides, p =>
                ScatterUpdate.Emit(b, Reduction, b.Let("target", p[2] + Indexes.Load(b, p[0], y.Dims[Axis]) * y.Strides[Axis]), p[1]))));
        });
    }
}
