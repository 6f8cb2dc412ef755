using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Gemm;

/// <summary>
/// The passes of <see cref="WideningLoop"/> for cores that issue in program order: loads are of 64 bits, which such cores issue beside 128-bit arithmetic, and stand ahead of their use.
/// A pass loads the rows of the next one; the last pass loads its own again, so that nothing is read past the end. Products of four sums are on their way at a time.
/// </summary>
internal sealed class PipelinedWideningLoop
{
    // Sums of a block; cycles from a load to its use.
    private const int Block = 4, LoadLatency = 6;

    private readonly RoutineBuilder _b;
    private readonly GemmTile _tile;
    private readonly RowPointers _a;
    private readonly Ptr _w;
    private readonly Vec?[,] _sums;
    private readonly int _columns, _held;

    // By unit of the pass, then row; by unit, then column modulo those that registers hold.
    private readonly Vec[][] _x, _panel;

    /// <summary>Loads what the first pass begins with.</summary>
    public PipelinedWideningLoop(RoutineBuilder b, GemmTile tile, RowPointers a, Ptr w, Vec?[,] sums)
    {
        (_b, _tile, _a, _w, _sums, _columns) = (b, tile, a, w, sums, sums.GetLength(1));
        _held = HeldColumns(b.Target.VectorRegisters, tile.Rows, _columns);
        _panel = [[.. Enumerable.Range(0, _held).Select(c => b.LoadHalf(Column(w, 0, c), GemmTile.Numbered("w", c)))], []];
        _x = [[.. Enumerable.Range(0, tile.Rows).Select(r => b.LoadHalf(a[r], GemmTile.Numbered("x", r)))], []];
        _panel[1] = [.. Enumerable.Range(0, _held).Select(c => b.LoadHalf(Column(w, 1, c), GemmTile.Numbered("h", c)))];
        _x[1] = [.. Enumerable.Range(0, tile.Rows).Select(r => b.LoadHalf(a[r] + tile.Unit, GemmTile.Numbered("y", r)))];
    }

    /// <summary>Columns whose weights of both units are in registers; those of a block of sums at least, and one more.</summary>
    public static int HeldColumns(int registers, int rows, int columns) => Math.Min((registers - rows * columns - 2 * rows - Block) / 2, columns);

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

    private sealed record Use(Action Write, int Unit, int Row, int Column);

    private void Pass(Int left, Action? countDown)
    {
        var chain = Chain();
        var slots = chain.Count;
        int First(Func<Use, bool> of) => chain.FindIndex(u => of(u));
        int Last(Func<Use, bool> of) => chain.FindLastIndex(u => of(u));
        var bytes = Unroll * _tile.Unit;
        Int step = 0;
        var next = _w;
        List<SlotOp> others =
        [
            new(0, -4 * slots, () => step = _b.Let("step", Int.Raw($"((1 - {left}) >> 63) & {bytes}"))),
            new(0, -3 * slots, () => next = _b.Let("next", _w + step * _columns)),
            .. Enumerable.Range(0, _tile.Rows).Select(r => new SlotOp(0, r - 2 * slots, () => _a.Advance(r, step))),
        ];
        for (var unit = 0; unit < Unroll; unit++)
        {
            var u = unit;
            for (var row = 0; row < _tile.Rows; row++)
            {
                var r = row;
                others.Add(new SlotOp(Last(s => s.Unit == u && s.Row == r), slots + First(s => s.Unit == u && s.Row == r) - LoadLatency, () => _b.SetLoadHalf(_x[u][r], _a[r] + u * _tile.Unit)));
            }
            for (var column = 0; column < _columns; column++)
            {
                var c = column;
                var before = c < _held ? Enumerable.Range(0, _columns).Last(o => o % _held == c) : c - _held;
                others.Add(new SlotOp(Last(s => s.Unit == u && s.Column == before), (c < _held ? slots : 0) + First(s => s.Unit == u && s.Column == c) - LoadLatency,
                    () => _b.SetLoadHalf(_panel[u][c % _held], Column(c < _held ? next : _w, u, c))));
            }
        }
        if (countDown is not null)
            others.Add(new SlotOp(0, slots, countDown));
        SlotSchedule.Write([.. chain.Select(u => u.Write)], others);
        _b.Set(_w, next);
    }

    private const int Unroll = WideningLoop.Unroll;

    private Ptr Column(Ptr w, int unit, int c) => w + (unit * _tile.PanelWeights + c * _tile.Unit);

    private List<Use> Chain()
    {
        var chain = new List<Use>();
        foreach (var block in Enumerable.Range(0, _sums.Length).Select(i => (Row: i % _tile.Rows, Column: i / _tile.Rows)).Chunk(Block))
        {
            var products = new Vec[block.Length];
            void Multiply(int unit, bool isFirst)
            {
                foreach (var (i, (r, c)) in block.Index())
                {
                    chain.Add(new Use(() =>
                    {
                        if (isFirst)
                            products[i] = _b.MultiplyWide(_x[unit][r], _panel[unit][c % _held], "t");
                        else
                            _b.MultiplyWideInto(products[i], _x[unit][r], _panel[unit][c % _held]);
                    }, unit, r, c));
                }
            }
            void Add()
            {
                foreach (var (i, (r, c)) in block.Index())
                    chain.Add(new Use(() => WideningLoop.Add(_b, _sums, r, c, products[i]), -1, -1, -1));
            }
            Multiply(0, true);
            if (!_tile.Types.Arithmetic.AddsPairs)
                Add();
            Multiply(1, !_tile.Types.Arithmetic.AddsPairs);
            Add();
        }
        return chain;
    }
}
