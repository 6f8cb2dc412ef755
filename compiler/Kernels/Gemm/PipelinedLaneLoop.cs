using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Gemm;

/// <summary>
/// <see cref="LaneLoop"/> for cores that issue in program order: every load stands ahead of its use between multiply-adds, by 64-bit halves, which such cores
/// issue beside 128-bit arithmetic. A row of A is half a vector (two units of factors), a vector of the panel is a 64-bit load, an integer load and an insert, or half a vector is a load alone.
/// The panel of the next step is loaded while this one is used; the last pass of a run stands by itself, so that nothing is read past the end.
/// </summary>
internal sealed class PipelinedLaneLoop
{
    /// <summary>Units of a pass.</summary>
    public const int Unroll = 4;

    // Units of a row of A.
    private const int RowUnits = 2;

    // Cycles from a load or insert to its use.
    private const int VectorLoad = 5, IntegerLoad = 4, Insert = 4;
    private readonly RoutineBuilder _b;
    private readonly GemmTile _tile;
    private readonly Vec[][] _acc;
    private readonly RowPointers _a;
    private readonly Ptr _w;
    private readonly Vec[] _rows;
    private readonly Vec[][] _panels;

    /// <summary>Loads what the first factors need.</summary>
    public PipelinedLaneLoop(RoutineBuilder b, GemmTile tile, Vec[][] acc, RowPointers a, Ptr w)
    {
        (_b, _tile, _acc, _a, _w) = (b, tile, acc, a, w);
        _rows = [.. Enumerable.Range(0, tile.Rows).Select(r => b.LoadHalf(a[r], GemmTile.Numbered("x", r)))];
        if (AreHalves)
        {
            _panels = [[.. Enumerable.Range(0, tile.Vectors).Select(v => b.LoadHalf(w + v * tile.PartWeights, GemmTile.Numbered("w0_", v)))], []];
            return;
        }
        _panels = [[.. Enumerable.Range(0, tile.Vectors).Select(v => b.LoadLow(w + v * tile.VectorWeights, GemmTile.Numbered("w0_", v)))], []];
        var high = _panels[0].Select((_, v) => b.LoadBits(w + (v * tile.VectorWeights + tile.VectorWeights / 2), "h")).ToArray();
        for (var v = 0; v < tile.Vectors; v++)
            b.SetHigh(_panels[0][v], high[v]);
    }

    /// <summary>Whether this form is for the target and the tile.</summary>
    public static bool Serves(RoutineBuilder b, GemmTile tile) => tile.HasMain && tile.Types.Arithmetic.Form == TileForm.Lane && b.Target.Issue.InOrder;

    /// <summary>The passes over one run of factors, at least one.</summary>
    public void Run()
    {
        _b.RepeatIfAny("i", RoutineBuilder.Integer("passes") - 1, Pass);
        Pass(null);
    }

    // The last pass has no count to move.
    private void Pass(Action? countDown)
    {
        _panels[1] = new Vec[_tile.Vectors];
        for (var k = 0; k < Steps; k++)
            SlotSchedule.Write(Multiplies(k), k == Steps - 1 && countDown is null ? [] : [.. Panel(k), .. k == Steps - 2 ? Moves(countDown) : [], .. k % RowSteps == RowSteps - 1 ? Rows(k) : []]);
    }

    private List<Action> Multiplies(int k)
    {
        List<Action> chain = [];
        foreach (var (row, x) in _acc.Zip(_rows))
        {
            foreach (var (sum, w) in row.Zip(_panels[k % 2]))
                chain.Add(() => _b.FmaLaneInto(sum, w, x, k % RowSteps));
        }
        return chain;
    }

    // The vectors of the panel of the next step; pointers have moved on before the last of a pass.
    private IEnumerable<SlotOp> Panel(int k)
    {
        for (var v = 0; v < _tile.Vectors; v++)
        {
            var (panel, vector, from, bits) = (_panels[(k + 1) % 2], v, _w + ((k + 1) % Steps * _tile.StepWeights + v * _tile.PartWeights), "");
            if (AreHalves)
            {
                yield return new SlotOp(0, Slots + v - VectorLoad, () =>
                {
                    if (k == 0)
                        panel[vector] = _b.LoadHalf(from, GemmTile.Numbered("w1_", vector));
                    else
                        _b.SetLoadHalf(panel[vector], from);
                });
                continue;
            }
            var insert = new SlotOp(0, Slots + v - Insert, () => _b.SetHigh(panel[vector], bits));
            var integer = new SlotOp(0, insert.Deadline - IntegerLoad, () => bits = _b.LoadBits(from + _tile.VectorWeights / 2, "h"), (IntegerLoad, insert));
            yield return new SlotOp(0, insert.Deadline - VectorLoad, () =>
            {
                if (k == 0)
                    panel[vector] = _b.LoadLow(from, GemmTile.Numbered("w1_", vector));
                else
                    _b.SetLoadLow(panel[vector], from);
            }, (0, integer));
        }
    }

    // The next factors of every row, once it has served.
    private IEnumerable<SlotOp> Rows(int k)
    {
        for (var r = 0; r < _tile.Rows; r++)
        {
            var (to, from) = (_rows[r], _a[r] + (k + 1) % Steps / _tile.Parts * _tile.Unit);
            yield return new SlotOp((r + 1) * _tile.Vectors - 1, Slots + r * _tile.Vectors - VectorLoad, () => _b.SetLoadHalf(to, from));
        }
    }

    // Behind the loads of the last step of a pass all pointers move to the next one.
    private IEnumerable<SlotOp> Moves(Action? countDown)
    {
        for (var r = 0; r < _tile.Rows; r++)
        {
            var row = r;
            yield return new SlotOp(0, Slots, () => _a.Advance(row, Unroll * _tile.Unit));
        }
        yield return new SlotOp(Slots, 2 * Slots, () => _b.Advance(_w, Unroll * _tile.PanelWeights));
        if (countDown is not null)
            yield return new SlotOp(0, 2 * Slots, countDown);
    }

    private bool AreHalves => _tile.Types.Arithmetic.IsSplit;

    // Steps of a pass, and of a row of A.
    private int Steps => Unroll * _tile.Parts;

    private int RowSteps => RowUnits * _tile.Parts;

    private int Slots => _tile.Rows * _tile.Vectors;
}
