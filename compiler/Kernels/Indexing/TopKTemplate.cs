using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Loops;
using CompileModel.Kernels.Reductions;
using CompileModel.Targets;

namespace CompileModel.Kernels.Indexing;

/// <summary>
/// The largest (smallest) values along an axis in order, and their indexes; of equal values the lower index comes first. Each result is one pass over the line for the best value
/// behind the previous result, which needs no memory and suits the short lists that models ask for.
/// </summary>
/// <param name="Axis">The axis, not negative.</param>
/// <param name="Largest">The largest, else the smallest.</param>
public sealed record TopKTemplate(int Axis, bool Largest) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "topk";

    /// <inheritdoc/>
    public override string? ScalarReason => "a search for indexes";

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var (x, values, indexes) = (inputs[0], outputs[0], outputs[1]);
        int[] others = [.. Enumerable.Range(0, x.Rank).Where(d => d != Axis)];
        IReadOnlyList<int> Of(Ints list) => [.. others.Select(d => list[d])];
        var lines = IterationSpace.Merge(Of(x.Dims), Of(x.Strides), Of(values.Strides), Of(indexes.Strides));
        return new LoopRoutine(this, "topk", $"The {values.Dims[Axis]} {(Largest ? "largest" : "smallest")} of {x.Type.ShortName()}{x.Dims} along axis {Axis}.", inputs, outputs, UnitLoops.Count(lines), b => b.UseScalar(() => b.HoistConstants(() =>
            UnitLoops.Nest(b, lines, [b.Pointer("in0"), b.Pointer("out0"), b.Pointer("out1")], p => Line(b, p, x, values, indexes)))));
    }

    private void Line(RoutineBuilder b, IReadOnlyList<Ptr> p, Layout x, Layout values, Layout indexes)
    {
        var (behind, better) = Largest ? (VectorOp.Less, VectorOp.Greater) : (VectorOp.Greater, VectorOp.Less);
        var type = FloatStorage.Computed(x.Type);
        var last = b.Variable("last", b.Constant(type, Largest ? ReductionRule.Highest(type) : ReductionRule.Lowest(type)));
        var lastAt = b.Let("lastAt", -1);
        b.For("r", 0, values.Dims[Axis], r =>
        {
            var best = b.Variable("best", last);
            var at = b.Let("at", -1);
            b.For("i", 0, x.Dims[Axis], i =>
            {
                var v = FloatStorage.Load(b, p[0] + i * x.Strides[Axis]);
                var free = b.Let("free", 0);
                b.If(b.Apply(behind, v, last, "behind"), () => b.Set(free, 1));
                b.If(b.Apply(VectorOp.Equal, v, last, "equal"), () => b.If(RoutineBuilder.Compare(i, ">", lastAt), () => b.Set(free, 1)));
                void Take()
                {
                    b.Set(best, v);
                    b.Set(at, i);
                }
                b.If(RoutineBuilder.Compare(free, "!=", 0), () => b.If(RoutineBuilder.Compare(at, "<", 0), Take, () => b.If(b.Apply(better, v, best, "better"), Take)));
            });
            FloatStorage.Store(b, p[1] + r * values.Strides[Axis], best);
            b.StoreInteger(p[2] + r * indexes.Strides[Axis], at);
            b.Set(last, best);
            b.Set(lastAt, at);
        });
    }
}
