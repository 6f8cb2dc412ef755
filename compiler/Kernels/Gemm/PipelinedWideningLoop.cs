using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Gemm;

/// <summary>
/// The passes of <see cref="WideningLoop"/> for cores that issue in program order: loads are of 64 bits, which such cores issue beside 128-bit arithmetic, and stand ahead of their use.
/// A pass loads what the next one begins with; the last pass loads its own again, so that nothing is read past the end. Products of the sums of a block are on their way at a time.
/// </summary>
internal sealed class PipelinedWideningLoop
{
    // Cycles from a load to its use.
    private const int LoadLatency = 6;

    private readonly RoutineBuilder _b;
    private readonly GemmTile _tile;
    private readonly RowPointers _a;
    private readonly Ptr _w;
    private readonly Vec?[,] _sums;
    private readonly int _columns, _units, _summed;
    private readonly WideningRegisters _registers;

    // Distances of units of a row that the compiler of the emitted code does not know to be 0 times, once, twice ... a unit; empty where it may. Loads at distances that it knows it joins to
    // pairs, for which it moves them, and values that are loaded twice it keeps, for which it has no registers.
    private readonly Int[] _distances;

    // By unit modulo those that registers hold, then row, or column modulo those that registers hold.
    private readonly Vec[][] _x, _panel;

    /// <summary>Loads what the first pass begins with.</summary>
    public PipelinedWideningLoop(RoutineBuilder b, GemmTile tile, RowPointers a, Ptr w, Vec?[,] sums)
    {
        (_b, _tile, _a, _w, _sums, _columns) = (b, tile, a, w, sums, sums.GetLength(1));
        (_units, _summed) = (tile.Unroll, tile.Types.Arithmetic.Summed);
        _registers = WideningRegisters.Of(b.Target.VectorRegisters, tile.Rows, _columns, _summed);
        var passes = RoutineBuilder.Integer("passes");
        _distances = _summed <= WideningLoop.PairUnits ? []
            : [.. Enumerable.Range(0, _units).Select(u => b.Let(GemmTile.Numbered("to", u), Int.Raw(FormattableString.Invariant($"({passes} >> 62) + {u * tile.Unit}"))))];
        (_x, _panel) = (new Vec[_registers.RowUnits][], new Vec[_registers.ColumnUnits][]);
        for (var unit = 0; unit < Math.Max(_x.Length, _panel.Length); unit++)
        {
            var u = unit;
            if (u < _panel.Length)
                _panel[u] = [.. Enumerable.Range(0, _registers.Columns).Select(c => b.LoadHalf(Column(w, u, c), WideningLoop.ColumnName(u, c)))];
            if (u < _x.Length)
                _x[u] = [.. Enumerable.Range(0, tile.Rows).Select(r => b.LoadHalf(Row(u, r), WideningLoop.RowName(u, r)))];
        }
    }

    /// <summary>Loads what the first pass begins with again, where the pointers are now.</summary>
    public void Reload()
    {
        for (var unit = 0; unit < Math.Max(_x.Length, _panel.Length); unit++)
        {
            for (var c = 0; unit < _panel.Length && c < _registers.Columns; c++)
                _b.SetLoadHalf(_panel[unit][c], Column(_w, unit, c));
            for (var r = 0; unit < _x.Length && r < _tile.Rows; r++)
                _b.SetLoadHalf(_x[unit][r], Row(unit, r));
        }
    }

    /// <summary>The passes over one run of factors, at least one.</summary>
    public void Run()
    {
        var passes = RoutineBuilder.Integer("passes");
        void Loop(Int count) => _b.RepeatCounting("i", count, Pass);
        if (_sums[0, 0] is not null)
        {
            Loop(passes);
            return;
        }
        Pass(passes, null);
        _b.If(RoutineBuilder.Compare(passes, ">", 1), () => Loop(passes - 1));
    }

    // An instruction of the chain, and what it multiplies; an addition multiplies nothing.
    private sealed record Use(Action Write, int Block, int Unit, int Row, int Column);

    // What a register holds from one slot to another: a unit of a row, or of a column, by number.
    private sealed record Held(int Id, int Block, int First, int Last);

    private void Pass(Int left, Action? countDown)
    {
        var chain = Chain();
        var slots = chain.Count;
        Int step = 0;
        var next = _w;
        List<SlotOp> others =
        [
            new(0, -4 * slots, () => step = _b.Let("step", RoutineBuilder.UnlessLast(left, _units * _tile.Unit))),
            new(0, -3 * slots, () => next = _b.Let("next", _w + step * _columns)),
        ];
        if (_x.Length == _units)
            others.AddRange(Enumerable.Range(0, _tile.Rows).Select(r => new SlotOp(0, r - 2 * slots, () => _a.Advance(r, step))));
        for (var unit = 0; unit < Math.Max(_x.Length, _panel.Length); unit++)
        {
            var u = unit;
            if (u < _x.Length && _x.Length == _units)
                others.AddRange(Enumerable.Range(0, _tile.Rows).SelectMany(r => Loads(slots, Values(chain, s => s.Row == r && s.Unit == u, s => s.Unit), (_, _) => _b.SetLoadHalf(_x[u][r], Row(u, r)))));
            if (u < _panel.Length)
            {
                for (var column = 0; column < _registers.Columns; column++)
                {
                    var c = column;
                    var values = Values(chain, s => s.Unit >= 0 && s.Unit % _panel.Length == u && s.Column % _registers.Columns == c, s => s.Unit * _columns + s.Column);
                    if (_registers.BlockColumns > 0)
                        values = [.. values.Select(v => v with { Last = chain.FindLastIndex(s => s.Block == v.Block && s.Unit == v.Id / _columns) })];
                    others.AddRange(Loads(slots, values, (id, isNext) => _b.SetLoadHalf(_panel[u][c], Column(isNext ? next : _w, id / _columns, id % _columns))));
                }
            }
        }
        if (_x.Length < _units)
            others.AddRange(Enumerable.Range(0, _tile.Rows).Select(r => Row(chain, r, () => step)));
        if (countDown is not null)
            others.Add(new SlotOp(0, slots, countDown));
        SlotSchedule.Write([.. chain.Select(u => u.Write)], others);
        _b.Set(_w, next);
    }

    // What a register holds one after the other, in the order of use.
    private static List<Held> Values(List<Use> chain, Func<Use, bool> isOf, Func<Use, int> id)
        => [.. chain.Index().Where(u => isOf(u.Item)).GroupBy(u => (id(u.Item), u.Item.Block)).Select(g => new Held(g.Key.Item1, g.Key.Block, g.Min(u => u.Index), g.Max(u => u.Index)))
            .Aggregate(new List<Held>(), (list, h) => list is [.., var last] && last.Id == h.Id ? [.. list.SkipLast(1), h with { First = last.First }] : [.. list, h])];

    // Each value is loaded when the one before has served; the first one for the next pass.
    private static IEnumerable<SlotOp> Loads(int slots, List<Held> values, Action<int, bool> load) => values.Select((v, i) => i == 0
        ? new SlotOp(values[^1].Last, slots + v.First - LoadLatency, () => load(v.Id, true))
        : new SlotOp(values[i - 1].Last, v.First - LoadLatency, () => load(v.Id, false)) { Use = v.First });

    // Loads of a row of which registers hold some units only: one after the other; the pointer moves before those for the next pass, and by nothing before those of another block.
    private SlotOp Row(List<Use> chain, int r, Func<Int> step)
    {
        var slots = chain.Count;
        var loads = Enumerable.Range(0, _x.Length).SelectMany(u => Loads(slots, Values(chain, s => s.Row == r && s.Unit % _x.Length == u, s => s.Unit),
            (unit, _) => _b.SetLoadHalf(_x[u][r], Row(unit, r)))).OrderBy(o => o.Deadline).ToList();
        for (var block = loads.Count / _units; block > 0; block--)
        {
            var (first, isLast) = (block * _units - _x.Length, block == loads.Count / _units);
            loads.Insert(first, new SlotOp(loads[first - 1].Release, loads[first].Deadline - 2, () => _a.Advance(r, isLast ? step() : _distances[0])) { Use = loads[first].Use });
        }
        return loads.AsEnumerable().Reverse().Aggregate((then, op) => op with { Then = (1, then) });
    }

    private Ptr Column(Ptr w, int unit, int c) => w + (unit * _tile.PanelWeights + c * _tile.Unit);

    private Ptr Row(int unit, int r) => _a[r] + (_distances.Length == 0 || unit == 0 ? unit * _tile.Unit : _distances[unit]);

    private List<Use> Chain()
    {
        var chain = new List<Use>();
        foreach (var (number, block) in _registers.Blocks(_tile.Rows, _columns).Index())
        {
            var products = new Vec[block.Length];
            for (var unit = 0; unit < _units; unit++)
            {
                var u = unit;
                foreach (var (i, (r, c)) in block.Index())
                {
                    chain.Add(new Use(() =>
                    {
                        var (x, w) = (_x[u % _x.Length][r], _panel[u % _panel.Length][c % _registers.Columns]);
                        if (u % _summed == 0)
                            products[i] = _b.MultiplyWide(x, w, "t");
                        else
                            _b.MultiplyWideInto(products[i], x, w);
                    }, number, u, r, c));
                }
                if ((u + 1) % _summed != 0)
                    continue;
                foreach (var (i, (r, c)) in block.Index())
                    chain.Add(new Use(() => WideningLoop.Add(_b, _sums, r, c, products[i]), number, -1, -1, -1));
            }
        }
        return chain;
    }
}
