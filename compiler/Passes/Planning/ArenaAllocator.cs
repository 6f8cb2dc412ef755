namespace CompileModel.Passes.Planning;

/// <summary>
/// Gives blocks with fixed live ranges their offsets (dynamic storage allocation, NP-hard). Greedy best fit in several orders, then a deterministic
/// local search that moves the blocks at the top of the arena to the front of the order; stops as soon as the lower bound is met.
/// </summary>
public static class ArenaAllocator
{
    /// <summary>Alignment of every block in bytes: a cache line.</summary>
    public const long Alignment = 64;

    private const int Attempts = 400;

    /// <summary>Rounds up to the alignment.</summary>
    public static long Align(long bytes) => (bytes + Alignment - 1) / Alignment * Alignment;

    /// <summary>The largest sum of live bytes at one step: no arena can be smaller.</summary>
    public static long LowerBound(IReadOnlyList<ArenaBlock> blocks)
    {
        if (blocks.Count == 0) return 0;
        var change = new long[blocks.Max(b => b.Last) + 2];
        foreach (var block in blocks)
        {
            change[block.First] += block.Size;
            change[block.Last + 1] -= block.Size;
        }
        long live = 0, peak = 0;
        foreach (long c in change) peak = Math.Max(peak, live += c);
        return peak;
    }

    /// <summary>Offsets, one a block, and the size of the arena.</summary>
    public static (long[] Offsets, long Size) Allocate(IReadOnlyList<ArenaBlock> blocks)
    {
        var aligned = blocks.Select(b => b with { Size = Align(b.Size) }).ToArray();
        long bound = LowerBound(aligned);
        var meeting = Enumerable.Range(0, aligned.Length)
            .Select(i => Enumerable.Range(0, aligned.Length).Where(j => j != i && aligned[i].Meets(aligned[j])).ToArray()).ToArray();
        var all = Enumerable.Range(0, aligned.Length);
        int[][] orders =
        [
            [.. all.OrderByDescending(i => aligned[i].Size).ThenBy(i => aligned[i].First)],
            [.. all.OrderByDescending(i => aligned[i].Size * (aligned[i].Last - aligned[i].First + 1L)).ThenBy(i => i)],
            [.. all.OrderByDescending(i => aligned[i].Last - aligned[i].First).ThenByDescending(i => aligned[i].Size)],
            [.. all.OrderByDescending(i => meeting[i].Sum(j => aligned[j].Size) + aligned[i].Size).ThenByDescending(i => aligned[i].Size)],
            [.. all.OrderBy(i => aligned[i].First).ThenByDescending(i => aligned[i].Size)],
            [.. all.OrderByDescending(i => aligned[i].Last).ThenByDescending(i => aligned[i].Size)],
        ];
        var best = (Offsets: new long[aligned.Length], Size: long.MaxValue);
        int[] bestOrder = orders[0];
        void Try(int[] order)
        {
            foreach (bool tight in (ReadOnlySpan<bool>)[false, true])
            {
                if (best.Size <= bound) return;
                var (offsets, size) = Place(aligned, meeting, order, tight);
                if (size < best.Size) (best, bestOrder) = ((offsets, size), order);
            }
        }
        foreach (var order in orders) Try(order);
        uint random = 12345;
        for (int attempt = 0; attempt < Attempts && best.Size > bound; attempt++)
        {
            var top = all.Where(i => best.Offsets[i] + aligned[i].Size == best.Size).ToArray();
            random = random * 1664525 + 1013904223;
            int moved = attempt % 3 == 0 && top.Length > 0 ? top[(int)(random >> 8) % top.Length] : bestOrder[(int)((random >> 8) % (uint)bestOrder.Length)];
            random = random * 1664525 + 1013904223;
            var order = bestOrder.Where(i => i != moved).ToList();
            order.Insert((int)((random >> 8) % (uint)(order.Count / (attempt % 2 + 1) + 1)), moved);
            Try([.. order]);
        }
        return aligned.Length == 0 ? ([], 0) : best;
    }

    /// <summary>Places blocks in an order, each into the lowest gap (or, when tight, the smallest gap) between the placed ones that are live with it.</summary>
    private static (long[] Offsets, long Size) Place(ArenaBlock[] blocks, int[][] meeting, int[] order, bool tight)
    {
        var offsets = new long[blocks.Length];
        Array.Fill(offsets, -1);
        long size = 0;
        foreach (int i in order)
        {
            long end = 0, chosen = -1, smallest = long.MaxValue;
            foreach (int j in meeting[i].Where(j => offsets[j] >= 0).OrderBy(j => offsets[j]))
            {
                long gap = offsets[j] - end;
                if (gap >= blocks[i].Size && gap < smallest)
                {
                    (chosen, smallest) = (end, gap);
                    if (!tight) break;
                }
                end = Math.Max(end, offsets[j] + blocks[j].Size);
            }
            offsets[i] = chosen >= 0 ? chosen : end;
            size = Math.Max(size, offsets[i] + blocks[i].Size);
        }
        return (offsets, size);
    }
}
