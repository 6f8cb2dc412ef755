using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: ScatterND without reduction whose constant indexes fill a box that is smaller than the tensor on one axis at most.</para>
/// <para>Becomes: Concat of what is before the box, the updates, and what is behind it.</para>
/// <para>Why: exporters write x[:, 3:5] = y so, with an index for every element; parts of a concatenation need no copy, or one in whole rows.</para>
/// <para>Where: after constants are folded.</para>
/// </summary>
public sealed class ScatterToConcat : RewritePass<ScatterND>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, ScatterND op)
    {
        var (x, updates) = (at[0], at[2]);
        if (op.Reduction != ScatterReduction.None || at.Graph.Constant(at[1]) is not { Count: > 0 } indexes) return null;
        int[] dims = x.Shape.ToArray(), counts = indexes.Shape.ToArray();
        int depth = counts[^1];
        // A box has one axis of indexes for each axis that is indexed.
        if (counts.Length - 1 != depth || Box(indexes.ToLongs(), counts[..^1], dims) is not { } starts) return null;
        int[] partial = [.. Enumerable.Range(0, depth).Where(d => counts[d] != dims[d])];
        if (partial.Length == 0) return updates;
        if (partial.Length > 1) return null;
        int axis = partial[0], end = starts[axis] + counts[axis];
        List<Value> parts = [updates];
        if (starts[axis] > 0) parts.Insert(0, Part(0, starts[axis]));
        if (end < dims[axis]) parts.Add(Part(end, dims[axis] - end));
        return at.Add(new Concat(axis), parts);

        Value Part(int from, int count)
        {
            int[] begins = new int[dims.Length], sizes = [.. dims];
            (begins[axis], sizes[axis]) = (from, count);
            return at.Add(new SliceStatic([.. begins], [.. Enumerable.Repeat(1, dims.Length)], [.. sizes]), x);
        }
    }

    /// <summary>The first index of a box, or null when the index tuples do not walk through one in order.</summary>
    private static int[]? Box(long[] tuples, int[] counts, int[] dims)
    {
        int depth = counts.Length;
        int[] starts = [.. Enumerable.Range(0, depth).Select(d => Wrapped(tuples[d], d))];
        if (Enumerable.Range(0, depth).Any(d => starts[d] < 0 || starts[d] + counts[d] > dims[d])) return null;
        for (int i = 0; i < tuples.Length / depth; i++)
        {
            int rest = i;
            for (int d = depth - 1; d >= 0; d--)
            {
                if (Wrapped(tuples[(i * depth) + d], d) != starts[d] + (rest % counts[d])) return null;
                rest /= counts[d];
            }
        }
        return starts;

        int Wrapped(long index, int d) => (int)(index < 0 ? index + dims[d] : index);
    }
}
