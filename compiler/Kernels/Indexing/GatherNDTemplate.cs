using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Loops;
using CompileModel.Kernels.Movement;
using CompileModel.Targets;

namespace CompileModel.Kernels.Indexing;

/// <summary>Slices of the first operand, each chosen by a row of the second: one index for each axis behind the batch axes, as many as the row is long.</summary>
/// <param name="BatchDims">Leading axes that both operands share.</param>
public sealed record GatherNDTemplate(int BatchDims) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "gather";

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var (x, indexes, y) = (inputs[0], inputs[1], outputs[0]);
        int rows = indexes.Rank - 1, length = indexes.Dims[rows];
        var loops = IterationSpace.Merge([.. indexes.Dims.Take(rows)], [.. x.Strides.Take(BatchDims), .. Enumerable.Repeat(0, rows - BatchDims)], [.. indexes.Strides.Take(rows)], [.. y.Strides.Take(rows)]);
        var slice = new StridedCopy([.. y.Dims.Skip(rows)], [.. x.Strides.Skip(BatchDims + length)], [.. y.Strides.Skip(rows)]);
        return new LoopRoutine(this, "gather_nd", $"GatherND of {x.Type.ShortName()}{x.Dims}.", inputs, outputs, UnitLoops.Count(loops), b => b.HoistConstants(() =>
            UnitLoops.Nest(b, loops, [b.Pointer("in0"), b.Pointer("in1"), b.Pointer("out0")], p =>
            {
                Int offset = 0;
                for (int k = 0; k < length; k++) offset += Indexes.Load(b, p[1] + k * indexes.Strides[rows], x.Dims[BatchDims + k]) * x.Strides[BatchDims + k];
                slice.Emit(b, b.Let("source", p[0] + offset), p[2]);
            })));
    }
}
