using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Bounded;

/// <summary>A change of shape between values that are laid out for the upper bounds: row-major order is that of the run's extents.</summary>
public static class Repacking
{
    private const int Probes = 200;

    /// <summary>
    /// Whether every element of a run lies at the same offset under both shapes, so that nothing has to move: true where open dimensions are the outermost ones of what is
    /// merged or split.
    /// </summary>
    /// <param name="from">Extents at the bound, then at each sample.</param>
    /// <param name="to">Likewise, after the change.</param>
    public static bool IsInPlace(IReadOnlyList<int[]> from, IReadOnlyList<int[]> to)
    {
        var random = new Random(1);
        for (int s = 1; s < from.Count; s++)
        {
            long count = to[s].Aggregate(1L, (a, b) => a * b);
            for (int i = 0; i < Probes && count > 0; i++)
            {
                long element = i == 0 ? count - 1 : random.NextInt64(count);
                if (Offset(element, from[s], from[0]) != Offset(element, to[s], to[0])) return false;
            }
        }
        return true;
    }

    /// <summary>Moves elements to where another shape has them.</summary>
    /// <param name="graph">Takes the nodes.</param>
    /// <param name="x">The value.</param>
    /// <param name="from">Its extents; null where fixed.</param>
    /// <param name="dims">The new shape at the bound.</param>
    /// <param name="to">Its extents; null where fixed.</param>
    public static Value Move(PaddedGraph graph, Value x, IReadOnlyList<ExtentFunction?> from, int[] dims, IReadOnlyList<ExtentFunction?> to)
    {
        // The number of an element in this run, from its index in the result.
        var (element, step) = (graph.Number(0), graph.Number(1));
        for (int axis = dims.Length - 1; axis >= 0; axis--)
        {
            if (dims[axis] != 1) element = graph.Add(new Add(), element, graph.Add(new Mul(), graph.Counter(dims[axis], dims.Length, axis), step));
            if (axis > 0) step = graph.Add(new Mul(), step, graph.Extent(to[axis], dims[axis]));
        }
        // Its offset in the operand.
        var (offset, rest, distance) = (graph.Number(0), element, 1);
        for (int axis = x.Shape.Rank - 1; axis >= 0; axis--)
        {
            if (x.Shape[axis] == 1) continue;
            var index = rest;
            if (axis > 0)
            {
                var extent = graph.Extent(from[axis], x.Shape[axis]);
                index = graph.Add(new Mod(false), rest, extent);
                rest = graph.Add(new Div(), rest, extent);
            }
            offset = graph.Add(new Add(), offset, graph.Add(new Mul(), index, graph.Number(distance)));
            distance *= x.Shape[axis];
        }
        var flat = graph.Add(new ReshapeTo([(int)x.Shape.Count]), x);
        var full = graph.Add(new BroadcastTo([.. dims]), offset);
        return graph.Take(flat, 0, full);
    }

    private static long Offset(long element, int[] extents, int[] bounds)
    {
        long offset = 0, step = 1;
        for (int axis = extents.Length - 1; axis >= 0; axis--)
        {
            offset += element % extents[axis] * step;
            element /= extents[axis];
            step *= bounds[axis];
        }
        return offset;
    }
}
