using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Loops;

namespace CompileModel.Kernels.Reductions;

/// <summary>
/// The loops of a reduction. Across: neighboring results are the lanes of vectors, several vectors at a time. Along: the values of one result run through
/// several accumulators, joined at the end; what does not fill a vector is taken in last, one value in all lanes.
/// </summary>
internal sealed class ReduceLoops(ReductionRule rule, ReduceSpace space, Isa isa, ElementType type)
{
    private const int MaxVectors = 4;
    private readonly int lanes = isa.Lanes(ElementType.Float32);

    private bool Across => isa != ScalarIsa.Instance && space.IsOuter && (!space.IsInner || space.Kept.Inner >= lanes);

    // Rows of neighboring results that are one unit's share.
    private int Block => Math.Min(MaxVectors, (space.Kept.Inner + lanes - 1) / lanes) * lanes;

    /// <summary>Units of work.</summary>
    public int Units => space.Kept.Rank == 0 ? 1 : space.Kept.Rank == 1 && Across ? (space.Kept.Inner + Block - 1) / Block : space.Kept.Dims[0];

    /// <summary>Writes the kernel.</summary>
    public void Emit(RoutineBuilder b) => b.UseIsa(isa, () => b.HoistConstants(() =>
    {
        Ptr[] operands = [b.Pointer("in0"), b.Pointer("out0")];
        var (dims, strides) = (space.Kept.Dims, space.Kept.Strides);
        if (space.Kept.Rank == 0) Result(b, operands);
        else if (!Across) b.ForUnits("u", u => VectorLoops.Nest(b, [.. dims.Skip(1)], VectorLoops.At(b, operands, strides, 0, u), Skip(strides, 1), p => Result(b, p)));
        else if (space.Kept.Rank == 1) Blocks(b, operands, b.From, b.To);
        else b.ForUnits("u", u => VectorLoops.Nest(b, [.. dims.Skip(1).SkipLast(1)], VectorLoops.At(b, operands, strides, 0, u), Skip(strides, 1), p => Blocks(b, p, 0, (space.Kept.Inner + Block - 1) / Block)));
    }));

    private static IReadOnlyList<IReadOnlyList<int>> Skip(IReadOnlyList<IReadOnlyList<int>> strides, int count) => [.. strides.Select(s => s.Skip(count).ToArray())];

    private void Blocks(RoutineBuilder b, IReadOnlyList<Ptr> p, Int from, Int to)
    {
        int whole = space.Kept.Inner / Block, rest = space.Kept.Inner % Block;
        if (whole > 0)
        {
            var last = rest == 0 ? to : to.Constant is null ? b.Let("last", Int.Min(to, whole)) : Int.Min(to, whole);
            b.For("v", from, last, v => Results(b, b.Let("x", p[0] + v * Block), b.Let("y", p[1] + v * Block), Block));
        }
        if (rest == 0) return;
        void Last() => Results(b, p[0] + whole * Block, p[1] + whole * Block, rest);
        if (to.Constant is not null) b.Scope(Last);
        else b.If(RoutineBuilder.Compare(to, ">", whole), Last);
    }

    // Neighboring results, at most Block of them.
    private void Results(RoutineBuilder b, Ptr x, Ptr y, int count)
    {
        int vectors = (count + lanes - 1) / lanes;
        int Filled(int v) => Math.Min(lanes, count - v * lanes);
        Vec[]? maxima = null;
        if (rule.NeedsMaximum)
        {
            maxima = [.. Enumerable.Range(0, vectors).Select(v => b.Variable("max", b.Constant(type, type.Lowest())))];
            Values(b, x, p => Each(v => b.Set(maxima[v], VectorOp.Max, maxima[v], b.LoadPartial(p + v * lanes, Filled(v), "x"))));
        }
        Vec[] sums = [.. Enumerable.Range(0, vectors).Select(v => b.Variable("sum", b.Constant(type, rule.Neutral(type))))];
        Values(b, x, p => Each(v => rule.Accumulate(b, sums[v], b.LoadPartial(p + v * lanes, Filled(v), "x"), maxima?[v])));
        Each(v => b.StorePartial(y + v * lanes, rule.Finish(b, sums[v], maxima?[v]), Filled(v)));

        void Each(Action<int> body)
        {
            for (int v = 0; v < vectors; v++) body(v);
        }
    }

    private void Values(RoutineBuilder b, Ptr x, Action<Ptr> body) => VectorLoops.Nest(b, space.Reduced.Dims, [x], space.Reduced.Strides, p => body(p[0]));

    // One result.
    private void Result(RoutineBuilder b, IReadOnlyList<Ptr> p)
    {
        if (isa == ScalarIsa.Instance)
        {
            Scalar(b, p[0], p[1]);
            return;
        }
        Vec? maximum = rule.NeedsMaximum ? Along(b, p[0], VectorOp.Max, type.Lowest(), (m, x) => b.Set(m, VectorOp.Max, m, x)) : null;
        var sum = Along(b, p[0], rule.Combine, rule.Neutral(type), (s, x) => rule.Accumulate(b, s, x, maximum));
        b.StoreFirst(p[1], rule.Finish(b, sum, maximum));
    }

    private Vec Along(RoutineBuilder b, Ptr x, VectorOp combine, double neutral, Action<Vec, Vec> accumulate)
    {
        int count = space.Reduced.Inner, vectors = Math.Clamp(count / lanes, 1, MaxVectors), rest = count % lanes;
        Vec[] sums = [.. Enumerable.Range(0, vectors).Select(_ => b.Variable("sum", b.Constant(type, neutral)))];
        if (count >= lanes)
        {
            Rows(b, x, p =>
            {
                int turn = 0;
                VectorLoops.Over(b, count - rest, lanes, vectors, (i, _) => accumulate(sums[turn++ % vectors], b.Load(p + i, "x")));
            });
        }
        int pairs = vectors;
        for (; pairs > 1; pairs = (pairs + 1) / 2)
            for (int v = 0; v < pairs / 2; v++) b.Set(sums[v], combine, sums[v], sums[pairs - 1 - v]);
        var joined = b.Variable("joined", count >= lanes ? b.Reduce(combine, sums[0], "joined") : sums[0]);
        if (rest > 0) Rows(b, x, p => b.For("i", count - rest, count, i => accumulate(joined, b.LoadBroadcast(p + i, "x"))));
        return joined;
    }

    private void Rows(RoutineBuilder b, Ptr x, Action<Ptr> body) =>
        VectorLoops.Nest(b, [.. space.Reduced.Dims.SkipLast(1)], [x], space.Reduced.Strides, p => body(p[0]));

    private void Scalar(RoutineBuilder b, Ptr x, Ptr y)
    {
        var computed = rule.IsFloatOnly && !type.IsFloat() ? ElementType.Float64 : FloatStorage.Computed(type);
        Vec Load(Ptr p) => b.ConvertScalar(FloatStorage.Load(b, p), computed, "v");
        Vec? maximum = null;
        if (rule.NeedsMaximum)
        {
            var max = b.Variable("max", b.Constant(computed, computed.Lowest()));
            Values(b, x, p => b.Set(max, VectorOp.Max, max, Load(p)));
            maximum = max;
        }
        var sum = b.Variable("sum", b.Constant(computed, rule.Neutral(computed)));
        Values(b, x, p => rule.Accumulate(b, sum, Load(p), maximum));
        var result = rule.Finish(b, sum, maximum);
        FloatStorage.Store(b, y, result.Type == computed && computed != FloatStorage.Computed(type) ? b.ConvertScalar(result, type, "result") : result);
    }
}
