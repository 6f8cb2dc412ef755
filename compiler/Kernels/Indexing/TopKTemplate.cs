using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Indexing;

/// <summary>
/// The largest (smallest) values along an axis in order, and their indexes; of equal values the lower index comes first. The results are kept in order while the line is read: most
/// elements are not better than the last result and cost one comparison.
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
        int count = values.Dims[Axis];
        if (count == 0) return;
        var better = Largest ? VectorOp.Greater : VectorOp.Less;
        Ptr Value(Int i) => p[1] + i * values.Strides[Axis];
        Ptr Index(Int i) => p[2] + i * indexes.Strides[Axis];
        b.For("i", 0, count, i => Insert(i, i, FloatStorage.Load(b, p[0] + i * x.Strides[Axis], "v")));
        if (count == x.Dims[Axis]) return;
        var worst = b.Variable("worst", FloatStorage.Load(b, Value(count - 1), "last"));
        b.For("i", count, x.Dims[Axis], i =>
        {
            var v = FloatStorage.Load(b, p[0] + i * x.Strides[Axis], "v");
            b.If(b.Apply(better, v, worst, "better"), () =>
            {
                Insert(i, count - 1, v);
                b.Set(worst, FloatStorage.Load(b, Value(count - 1), "last"));
            });
        });

        // Results up to a free place make room for element i.
        void Insert(Int i, Int free, Vec v)
        {
            var at = b.Let("at", free);
            b.Loop(() =>
            {
                b.If(RoutineBuilder.Compare(at, "<=", 0), b.Break);
                var isBetter = b.Apply(better, v, FloatStorage.Load(b, Value(at - 1), "before"), "isBetter");
                b.If(b.Apply(VectorOp.Not, isBetter, "isPlace"), b.Break);
                b.CopyElement(Value(at), Value(at - 1));
                b.CopyElement(Index(at), Index(at - 1));
                b.Set(at, at - 1);
            });
            b.CopyElement(Value(at), p[0] + i * x.Strides[Axis]);
            b.StoreInteger(Index(at), i);
        }
    }
}
