using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Loops;
using CompileModel.Kernels.Movement;
using CompileModel.Targets;

namespace CompileModel.Kernels.Indexing;

/// <summary>Slices of the first operand along an axis, chosen by the integers of the second. Indexes out of range are moved to the border.</summary>
/// <param name="Axis">The axis, not negative.</param>
public sealed record GatherTemplate(int Axis) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "gather";

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var (x, indexes, y) = (inputs[0], inputs[1], outputs[0]);
        int[] none = [.. Enumerable.Repeat(0, indexes.Rank)], zero = [.. Enumerable.Repeat(0, Axis)];
        int behind = Axis + indexes.Rank;
        var loops = IterationSpace.Merge([.. y.Dims.Take(behind)], [.. x.Strides.Take(Axis), .. none], [.. zero, .. indexes.Strides], [.. y.Strides.Take(behind)]);
        var slice = new StridedCopy([.. y.Dims.Skip(behind)], [.. x.Strides.Skip(Axis + 1)], [.. y.Strides.Skip(behind)]);
        return new LoopRoutine(this, "gather", $"Gather along axis {Axis} of {x.Type.ShortName()}{x.Dims}.", inputs, outputs, UnitLoops.Count(loops), b => b.HoistConstants(() =>
            UnitLoops.Nest(b, loops, [b.Pointer("in0"), b.Pointer("in1"), b.Pointer("out0")], p =>
                slice.Emit(b, b.Let("source", p[0] + Indexes.Load(b, p[1], x.Dims[Axis]) * x.Strides[Axis]), p[2]))));
    }
}
