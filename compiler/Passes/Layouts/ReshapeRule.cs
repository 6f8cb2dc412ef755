using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Layouts;

/// <summary>
/// For ReshapeTo that merges and splits axes in runs that were neighbours before the transposition as well, for instance [N,C,H,W] to [N,C,H*W] after
/// NHWC to NCHW: the reshape is done first, on [N,H,W,C], and the transposition then moves whole runs. When no run moves, it is gone.
/// </summary>
internal sealed class ReshapeRule : ITransposeRule
{
    /// <summary>A run of axes of the transposed tensor that holds as many elements as a run of axes of the result.</summary>
    private sealed record Run(int[] Axes, int[] Dims);

    /// <inheritdoc/>
    public Value? TrySink(Graph graph, Patch patch, Node node)
    {
        if (node.Operator is not ReshapeTo reshape || Permutation.Of(graph, node.Input(0)) is not var (transpose, source, perm)) return null;
        if (node.Output.Shape.Count == 0 || Runs(node.Input(0).Shape, reshape.To) is not { } runs) return null;

        // In terms of the axes before the transposition a run must be ascending with nothing but units between.
        foreach (var run in runs)
        {
            for (int i = 0; i + 1 < run.Axes.Length; i++)
            {
                int a = perm[run.Axes[i]], b = perm[run.Axes[i + 1]];
                if (b < a || Enumerable.Range(a + 1, b - a - 1).Any(k => source.Shape[k] != 1)) return null;
            }
        }
        int[] order = [.. Enumerable.Range(0, runs.Count).OrderBy(r => runs[r].Axes.Length == 0 ? -1 : perm[runs[r].Axes[0]])];
        var starts = new int[runs.Count];
        int next = 0;
        foreach (int r in order)
        {
            starts[r] = next;
            next += runs[r].Dims.Length;
        }
        Ints moved = [.. runs.SelectMany((run, r) => Enumerable.Range(starts[r], run.Dims.Length))];
        var inner = patch.Add($"{node.Output.Name}.inner", new ReshapeTo([.. order.SelectMany(r => runs[r].Dims)]), [source], node);
        return Permutation.IsIdentity(moved) ? inner : patch.Add(node.Output.Name, new Transpose(moved), [inner], transpose);
    }

    /// <summary>Splits both shapes into runs of the same number of elements; axes of extent 1 of the result belong to the run before them.</summary>
    private static List<Run>? Runs(Shape from, Ints to)
    {
        var old = Enumerable.Range(0, from.Rank).Where(i => from[i] != 1).ToArray();
        var runs = new List<Run>();
        int o = 0, n = 0;
        while (o < old.Length)
        {
            int oStart = o, nStart = n;
            while (n < to.Count && to[n] == 1) n++;
            if (n == to.Count) return null;
            long oCount = from[old[o++]], nCount = to[n++];
            while (oCount != nCount)
            {
                if (oCount < nCount) oCount *= from[old[o++]];
                else nCount *= to[n++];
            }
            while (n < to.Count && to[n] == 1) n++;
            runs.Add(new(old[oStart..o], [.. to.Span[nStart..n]]));
        }
        return runs.Count == 0 ? null : runs;
    }
}
