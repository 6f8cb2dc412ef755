using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Loops;
using CompileModel.Kernels.Movement;
using CompileModel.Targets;

namespace CompileModel.Kernels.Indexing;

/// <summary>A copy of the first operand in which slices are updated, each at the place that a row of the second operand gives. One unit: updates may meet.</summary>
/// <param name="Reduction">How updates join.</param>
public sealed record ScatterNDTemplate(ScatterReduction Reduction) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "scatter";

    /// <inheritdoc/>
    public override string? ScalarReason => Reduction == ScatterReduction.None ? null : "updates by index";

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var (x, indexes, updates, y) = (inputs[0], inputs[1], inputs[2], outputs[0]);
        int rows = indexes.Rank - 1, length = indexes.Dims[rows];
        var copy = new StridedCopy(y.Dims, x.Strides, y.Strides);
        var loops = IterationSpace.Merge([.. indexes.Dims.Take(rows)], [.. indexes.Strides.Take(rows)], [.. updates.Strides.Take(rows)]);
        var slice = IterationSpace.Merge([.. y.Dims.Skip(length)], [.. updates.Strides.Skip(rows)], [.. y.Strides.Skip(length)]);
        var store = new StridedCopy([.. y.Dims.Skip(length)], [.. updates.Strides.Skip(rows)], [.. y.Strides.Skip(length)]);
        return new LoopRoutine(this, "scatter_nd", $"ScatterND ({Reduction}) into {x.Type.ShortName()}{x.Dims}.", inputs, outputs, 1, b => b.HoistConstants(() =>
        {
            copy.Emit(b, b.Pointer("in0"), b.Pointer("out0"));
            VectorLoops.Nest(b, loops.Dims, [b.Pointer("in1"), b.Pointer("in2")], loops.Strides, p =>
            {
                Int offset = 0;
                for (int k = 0; k < length; k++) offset += Indexes.Load(b, p[0] + k * indexes.Strides[rows], y.Dims[k]) * y.Strides[k];
                var to = b.Let("target", b.Pointer("out0") + offset);
                if (Reduction == ScatterReduction.None) store.Emit(b, p[1], to);
                else b.UseScalar(() => VectorLoops.Nest(b, slice.Dims, [p[1], to], slice.Strides, q => ScatterUpdate.Emit(b, Reduction, q[1], q[0])));
            });
        }));
    }
}
