using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Loops;

namespace CompileModel.Kernels.Movement;

/// <summary>The loops of Pad: along each axis the pieces one after another; boxes of the fill value and boxes of the operand are written as a whole.</summary>
/// <param name="output">Layout of the result.</param>
/// <param name="source">Strides of the operand; null when its part of the result is left alone.</param>
/// <param name="axes">Pieces of each axis.</param>
internal sealed class PadLoops(Layout output, IReadOnlyList<int>? source, IReadOnlyList<IReadOnlyList<PadRun>> axes)
{
    // Axes in front of it have one element and no border.
    private readonly int first = Enumerable.Range(0, output.Rank).FirstOrDefault(d => output.Dims[d] > 1, output.Rank - 1);

    /// <summary>Units of work: indexes of the first axis that has any.</summary>
    public int Units => output.Rank == 0 ? 1 : output.Dims[first];

    /// <summary>Writes the units from..to-1.</summary>
    /// <param name="b">the routine</param>
    /// <param name="from">the operand; null when its part of the result is left alone</param>
    /// <param name="to">the result</param>
    /// <param name="value">the fill value</param>
    public void Emit(RoutineBuilder b, Ptr? from, Ptr to, FillValue value)
    {
        if (output.Rank == 0)
        {
            if (from is { } x) b.CopyElement(to, x);
            return;
        }
        foreach (var run in axes[first])
        {
            if (source is null && !run.IsFill && !HasBorder(first + 1)) continue;
            b.For("u", Int.Max(b.From, run.Start), Int.Min(b.To, run.Start + run.Count), u =>
            {
                var target = b.Let("target", to + u * output.Strides[first]);
                if (run.IsFill) Fill(b, target, value, first + 1, []);
                else Inside(b, value, first + 1, from is { } x ? b.Let("source", x + (run.First + (u - run.Start) * run.Step) * source![first]) : null, target);
            });
        }
    }

    private void Inside(RoutineBuilder b, FillValue value, int axis, Ptr? from, Ptr to)
    {
        if (axis == output.Rank || !HasBorder(axis))
        {
            if (from is { } x) new StridedCopy([.. output.Dims.Skip(axis)], [.. source!.Skip(axis)], [.. output.Strides.Skip(axis)]).Emit(b, x, to);
            return;
        }
        foreach (var run in axes[axis])
        {
            var target = to + run.Start * output.Strides[axis];
            if (run.IsFill)
            {
                Fill(b, target, value, axis + 1, [(run.Count, output.Strides[axis])]);
            }
            else if (!HasBorder(axis + 1))
            {
                if (from is { } x)
                    new StridedCopy([run.Count, .. output.Dims.Skip(axis + 1)], [run.Step * source![axis], .. source.Skip(axis + 1)], [.. output.Strides.Skip(axis)]).Emit(b, x + run.First * source[axis], target);
            }
            else
            {
                b.For("y", 0, run.Count, y => Inside(b, value, axis + 1,
                    from is { } x ? b.Let("source", x + (run.First + y * run.Step) * source![axis]) : null, b.Let("target", target + y * output.Strides[axis])));
            }
        }
    }

    private void Fill(RoutineBuilder b, Ptr to, FillValue value, int axis, (int Count, int Stride)[] outer)
    {
        var space = IterationSpace.Merge([.. outer.Select(o => o.Count), .. output.Dims.Skip(axis)], [.. outer.Select(o => o.Stride), .. output.Strides.Skip(axis)]);
        bool dense = space.Rank > 0 && space.InnerStride(0) == 1;
        var loops = dense ? space.Dims.SkipLast(1).ToArray() : [.. space.Dims];
        VectorLoops.Nest(b, loops, [to], space.Strides, p => b.Scope(() => Runs.Fill(b, p[0], dense ? space.Inner : 1, value)));
    }

    private bool HasBorder(int axis) => axes.Skip(axis).Any(runs => runs is not [{ First: 0 } run] || run.Count > 1 && run.Step != 1);
}
