using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Indexing;

/// <summary>One element of the first operand for each index of the second: the index replaces the position along the axis.</summary>
/// <param name="Axis">The axis, not negative.</param>
public sealed record GatherElementsTemplate(int Axis) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "gather";

    /// <inheritdoc/>
    public override string? ScalarReason => "single elements by index";

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var (x, indexes, y) = (inputs[0], inputs[1], outputs[0]);
        var loops = IterationSpace.Merge(y.Dims, [.. x.Strides.Select((s, d) => d == Axis ? 0 : s)], indexes.Strides, y.Strides);
        return new LoopRoutine(this, "gather_elements", $"GatherElements along axis {Axis} of {x.Type.ShortName()}{x.Dims}.", inputs, outputs, UnitLoops.Count(loops), b => b.UseScalar(() =>
            UnitLoops.Nest(b, loops, [b.Pointer("in0"), b.Pointer("in1"), b.Pointer("out0")], p =>
                b.CopyElement(p[2], p[0] + Indexes.Load(b, p[1], x.Dims[Axis]) * x.Strides[Axis]))));
    }
}
