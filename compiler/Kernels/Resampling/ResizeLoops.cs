using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Loops;
using CompileModel.Kernels.Movement;

namespace CompileModel.Kernels.Resampling;

/// <summary>
/// The loops of Resize, from the outermost axis in: an axis that changes reads its taps from the tables and doubles (or more) the places that are read; behind
/// the last such axis come runs of neighboring elements (the channels), in vectors.
/// </summary>
internal sealed class ResizeLoops(ResizeTemplate op, Layout input, Layout output, Isa isa)
{
    private readonly int first = Enumerable.Range(0, output.Rank).FirstOrDefault(d => output.Dims[d] > 1 || op.Axes.Contains(d));
    private readonly int behind = op.Axes.Count == 0 ? 0 : op.Axes[^1] + 1;

    /// <summary>Units of work: indexes of the first axis that has more than one.</summary>
    public int Units => output.Rank == 0 ? 1 : output.Dims[first];

    private IterationSpace Run => IterationSpace.Merge([.. output.Dims.Skip(behind)], [.. input.Strides.Skip(behind)], [.. output.Strides.Skip(behind)]);

    /// <summary>Writes the kernel.</summary>
    public void Emit(RoutineBuilder b)
    {
        bool vector = op.IsVector && (!op.Weighted || (Run.Rank == 1 && Run.InnerStride(0) == 1 && Run.InnerStride(1) == 1));
        b.UseIsa(vector ? isa : ScalarIsa.Instance, () => b.HoistConstants(() =>
        {
            var start = new Source[] { new(0, null) };
            if (output.Rank == 0) b.CopyElement(b.Pointer("out0"), b.Pointer("in0"));
            else b.ForUnits("u", u => Axis(b, first, u, b.Pointer("in0"), b.Pointer("out0"), start));
        }));
    }

    // A place to read, relative to the current base, and its weight so far.
    private readonly record struct Source(Int Offset, Vec? Weight);

    private void Loops(RoutineBuilder b, int axis, Ptr from, Ptr to, IReadOnlyList<Source> sources)
    {
        if (axis >= behind && axis > first) Elements(b, from, to, sources);
        else b.For("yxz"[axis % 3].ToString(), 0, output.Dims[axis], i => Axis(b, axis, i, from, to, sources));
    }

    private void Axis(RoutineBuilder b, int axis, Int i, Ptr from, Ptr to, IReadOnlyList<Source> sources)
    {
        int place = op.Axes.ToList().IndexOf(axis);
        var target = b.Let("target", to + i * output.Strides[axis]);
        if (place < 0)
        {
            Next(b.Let("source", from + i * input.Strides[axis]), sources);
            return;
        }
        int count = op.Taps[place];
        var taps = Enumerable.Range(0, count).Select(t => b.Let("tap", b.LoadInteger("index", Table(b, place, 0) + (i * count + t)) * input.Strides[axis])).ToArray();
        if (!op.Weighted)
        {
            Next(b.Let("source", from + taps[0]), sources);
            return;
        }
        var weights = Enumerable.Range(0, count).Select(t => b.LoadBroadcast(Table(b, place, 1) + (i * count + t), "weight")).ToArray();
        Next(from, [.. sources.SelectMany(s => taps.Select((t, k) => new Source(s.Offset + t, s.Weight is { } w ? b.Mul(w, weights[k], "weight") : weights[k])))]);

        void Next(Ptr source, IReadOnlyList<Source> reads) => Loops(b, axis + 1, source, target, reads);
    }

    private Ptr Table(RoutineBuilder b, int place, int which) => b.Pointer($"in{1 + (op.Weighted ? 2 * place + which : place)}");

    private void Elements(RoutineBuilder b, Ptr from, Ptr to, IReadOnlyList<Source> sources)
    {
        int axis = Math.Max(behind, first + 1);
        if (!op.Weighted)
        {
            new StridedCopy([.. output.Dims.Skip(axis)], [.. input.Strides.Skip(axis)], [.. output.Strides.Skip(axis)]).Emit(b, from, to);
            return;
        }
        Ptr[] reads = [.. sources.Select(s => b.Let("p", from + s.Offset))];
        if (b.Isa != ScalarIsa.Instance)
        {
            VectorLoops.Over(b, Run.Inner, b.Lanes(ElementType.Float32), 1, (i, count) => b.StorePartial(to + i, Sum(b, sources, reads, p => b.LoadPartial(p + i, count, "x")), count));
            return;
        }
        var space = IterationSpace.Merge([.. output.Dims.Skip(axis)], [.. reads.Select(_ => input.Strides.Skip(axis).ToArray()), output.Strides.Skip(axis).ToArray()]);
        VectorLoops.Nest(b, space.Dims, [.. reads, to], space.Strides, p => FloatStorage.Store(b, p[^1], Sum(b, sources, [.. p.SkipLast(1)], q => FloatStorage.Load(b, q))));
    }

    private static Vec Sum(RoutineBuilder b, IReadOnlyList<Source> sources, IReadOnlyList<Ptr> reads, Func<Ptr, Vec> load)
    {
        Vec? sum = null;
        for (int i = 0; i < reads.Count; i++)
        {
            var x = load(reads[i]);
            var weight = x.Type == ElementType.Float64 ? b.ConvertScalar(sources[i].Weight!.Value, x.Type, "weight") : sources[i].Weight!.Value;
            sum = sum is { } s ? b.Fma(x, weight, s, "sum") : b.Mul(x, weight, "sum");
        }
        return sum!.Value;
    }
}
