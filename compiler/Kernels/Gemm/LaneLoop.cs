using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Gemm;

/// <summary>The inner loop where a multiply-add takes one lane of a register as its factor (NEON): one vector of each row of A serves as many steps as it has lanes of 32 bits.</summary>
internal static class LaneLoop
{
    /// <summary>Every row of A has a pointer of its own, which loads move along.</summary>
    public const int RowsPerPointer = 1;

    /// <summary>The sums over one run of factors, whose first loads may be there already; moves to the next run, <paramref name="gap"/> behind this one.</summary>
    public static void Run(RoutineBuilder b, GemmTile tile, Vec[][] acc, RowPointers a, Ptr w, PipelinedLaneLoop? begun, Int gap)
    {
        if (PipelinedLaneLoop.Serves(b, tile))
            b.Scope(() => (begun ?? new PipelinedLaneLoop(b, tile, acc, a, w)).Run());
        else if (tile.HasMain)
            b.Repeat("i", RoutineBuilder.Integer("passes"), () => Pass(b, tile, acc, a, w));
        b.Scheduled(Math.Max(b.Target.VectorRegisters - tile.Rows * tile.Vectors, 1), splitLoads: true, () =>
        {
            for (var k = 0; k < tile.KTail; k += 2)
                Rest(b, tile, acc, a, w, k, Math.Min(2, tile.KTail - k));
            if (tile.Runs == RunLevels.One)
                return;
            a.Advance(gap + tile.KTail * tile.Unit);
            b.Advance(w, tile.KTail * tile.PanelWeights);
        });
    }

    // One or two units from where they lie, none behind them.
    private static void Rest(RoutineBuilder b, GemmTile tile, Vec[][] acc, RowPointers a, Ptr w, int first, int count)
    {
        Vec[][] panels = [.. Enumerable.Range(first * tile.Parts, count * tile.Parts).Select(step => tile.Panel(b, w, step))];
        for (var r = 0; r < tile.Rows; r++)
        {
            var x = count == 2 ? b.LoadHalf(a[r] + first * tile.Unit, GemmTile.Numbered("x", r)) : b.LoadOne(a[r] + first * tile.Unit, GemmTile.Numbered("x", r));
            for (var lane = 0; lane < panels.Length; lane++)
            {
                for (var v = 0; v < tile.Vectors; v++)
                    b.FmaLaneInto(acc[r][v], panels[lane][v], x, lane);
            }
        }
    }

    private static void Pass(RoutineBuilder b, GemmTile tile, Vec[][] acc, RowPointers a, Ptr w)
    {
        var rows = new Vec[tile.Rows];
        for (var r = 0; r < tile.Rows; r++)
            rows[r] = b.Load(a[r], GemmTile.Numbered("x", r));
        a.Advance(tile.Unroll * tile.Unit);
        for (var step = 0; step < tile.Unroll * tile.Parts; step++)
        {
            var panel = tile.Panel(b, w, step);
            for (var v = 0; v < tile.Vectors; v++)
            {
                for (var r = 0; r < tile.Rows; r++)
                    b.FmaLaneInto(acc[r][v], panel[v], rows[r], step);
            }
        }
        b.Advance(w, tile.Unroll * tile.PanelWeights);
    }
}
