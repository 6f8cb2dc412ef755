using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Gemm;

/// <summary>
/// The inner loop of bytes on cores with neither a dot product nor cheap lanes (NEON of ARMv8.0): factors lie along the lanes, each row and column has a vector of four partial sums.
/// A pass takes two to eight units of eight factors: products of <see cref="ProductArithmetic.Summed"/> units are added as int16 (SMULL, SMLAL), which neighbors of are added to the sums (SADALP).
/// How many fit is known from the weights, see <see cref="ShortSums"/>.
/// At the end a tree of additions makes the sums of four columns one vector.
/// </summary>
internal sealed class WideningLoop
{
    /// <summary>Units of the shortest pass.</summary>
    public const int PairUnits = 2;

    /// <summary>Every row of A has a pointer of its own.</summary>
    public const int RowsPerPointer = 1;

    private readonly RoutineBuilder _b;
    private readonly GemmTile _tile;
    private readonly RowPointers _a;
    private readonly Ptr _w;
    private readonly int _columns;
    private readonly Vec?[,] _sums;

    // Neighboring lanes whose products are added in 16 bits once all units are: where there are no passes.
    private readonly int _lanes;
    private PipelinedWideningLoop? _begun;

    // By unit, then row, where a strip of tiles is so shallow that there are no passes.
    private Vec[][]? _rows;

    /// <summary>The sums of a tile whose rows and weights begin at the pointers, which it moves.</summary>
    public WideningLoop(RoutineBuilder b, GemmTile tile, RowPointers a, Ptr w)
    {
        (_b, _tile, _a, _w, _columns) = (b, tile, a, w, tile.Vectors * tile.Lanes);
        _sums = new Vec?[tile.Rows, _columns];
        _lanes = tile.HasMain || tile.Runs != RunLevels.One ? 1 : ShortSums.Lanes(tile.KTail, tile.Types.Arithmetic.Summed);
        if (tile.Runs == RunLevels.One)
            return;
        for (var c = 0; c < _columns; c++)
        {
            for (var r = 0; r < tile.Rows; r++)
                _sums[r, c] = b.Zero(ElementType.Int32, Name(r, c));
        }
    }

    /// <summary>Units of a pass.</summary>
    public static int Unroll(ProductArithmetic arithmetic) => Math.Max(PairUnits, arithmetic.Summed);

    /// <summary>The name of a unit of a row.</summary>
    public static string RowName(int unit, int r) => GemmTile.Numbered("xyzqabcd"[unit].ToString(), r);

    /// <summary>The name of a unit of a column.</summary>
    public static string ColumnName(int unit, int c) => GemmTile.Numbered("whgfijkl"[unit].ToString(), c);

    /// <summary>The vectors of sums, once they are written.</summary>
    public IEnumerable<Vec> Vectors => _sums.Cast<Vec?>().OfType<Vec>();

    // Units behind the pointers when the passes are over.
    private int Ahead => _tile.HasMain && _b.Target.Issue.InOrder ? _tile.Unroll : 0;

    /// <summary>For a strip of tiles whose passes are pipelined: loads what the first pass begins with, or all rows where there is none.</summary>
    public void Begin()
    {
        if (_tile.HasMain)
            _begun = new PipelinedWideningLoop(_b, _tile, _a, _w, _sums);
        else
            _rows = Rows(_tile.KTail);
    }

    /// <summary>The same for the next tile, which begins at the pointers.</summary>
    public void Next(Ptr a, Ptr w)
    {
        _a.Set(a);
        _b.Set(_w, w);
        _begun?.Reload();
        for (var i = 0; i < (_rows?.Length ?? 0) * _tile.Rows; i++)
            _b.SetLoadHalf(_rows![i / _tile.Rows][i % _tile.Rows], Factor(i % _tile.Rows, i / _tile.Rows));
    }

    /// <summary>The passes of a tile that has begun.</summary>
    public void RunBegun()
    {
        if (_begun is not null)
            _b.Scope(_begun.Run);
    }

    /// <summary>The units that no pass takes.</summary>
    public void Tail()
    {
        if (_tile.KTail > 0)
            Steps(Ahead, _tile.KTail);
    }

    /// <summary>Adds one run of factors and moves to the next, <paramref name="gap"/> behind this one.</summary>
    public void Run(Int gap)
    {
        if (Ahead > 0)
            _b.Scope(() => new PipelinedWideningLoop(_b, _tile, _a, _w, _sums).Run());
        else if (_tile.HasMain)
            Passes();
        _b.Scheduled(Math.Max(_b.Target.VectorRegisters - _sums.Length, 1), splitLoads: false, () =>
        {
            Tail();
            if (_tile.Runs == RunLevels.One)
                return;
            _a.Advance(gap + (Ahead + _tile.KTail) * _tile.Unit);
            _b.Advance(_w, (Ahead + _tile.KTail) * _tile.PanelWeights);
        });
    }

    /// <summary>The sums of each row as vectors of neighboring columns, plus the bias.</summary>
    public Vec[][] Sums(Ptr? bias)
    {
        var starts = Enumerable.Range(0, bias is null ? 0 : _tile.Vectors).Select(v => _b.Load(bias!.Value + v * _tile.Lanes, GemmTile.Numbered("bias", v))).ToArray();
        return [.. Enumerable.Range(0, _tile.Rows).Select(r => Enumerable.Range(0, _tile.Vectors).Select(v =>
        {
            Vec Pair(int c) => Wide(_b.AddNeighbors(_sums[r, c]!.Value, _sums[r, c + 1]!.Value, "pair"), 2);
            var sum = Wide(_b.AddNeighbors(Pair(v * _tile.Lanes), Pair(v * _tile.Lanes + 2), "sum"), 4);
            return starts.Length == 0 ? sum : _b.Add(sum, starts[v], "sum");
        }).ToArray())];
    }

    // What so many lanes of products were added to goes on in 32 bits where more do not fit.
    private Vec Wide(Vec sum, int lanes) => lanes == _lanes ? _b.AddNeighborsWide(sum, "wide") : sum;

    /// <summary>Adds neighbors of products to a sum, which begins with them when it is not there yet.</summary>
    public static void Add(RoutineBuilder b, Vec?[,] sums, int r, int c, Vec products)
    {
        if (sums[r, c] is { } sum)
            b.AddNeighborsWideInto(sum, products);
        else
            sums[r, c] = b.AddNeighborsWide(products, Name(r, c));
    }

    private static string Name(int r, int c) => FormattableString.Invariant($"acc{r}_{c}");

    private void Passes()
    {
        void Pass()
        {
            Steps(0, _tile.Unroll);
            _a.Advance(_tile.Unroll * _tile.Unit);
            _b.Advance(_w, _tile.Unroll * _tile.PanelWeights);
        }
        var passes = RoutineBuilder.Integer("passes");
        if (_tile.Runs == RunLevels.One)
            _b.Scope(Pass);
        _b.RepeatIfAny("i", _tile.Runs == RunLevels.One ? passes - 1 : passes, Pass);
    }

    private Ptr Factor(int r, int unit) => _a[r] + unit * _tile.Unit;

    private Vec[][] Rows(int units, int ahead = 0)
        => [.. Enumerable.Range(0, units).Select(u => Enumerable.Range(0, _tile.Rows).Select(r => _b.LoadHalf(Factor(r, ahead + u), RowName(u, r))).ToArray())];

    // Units of a pass, or what is left of a run, the first so many units behind the pointers.
    private void Steps(int ahead, int units)
    {
        var x = _rows ?? Rows(units, ahead);
        for (var c = 0; c < _columns; c++)
        {
            Vec[] w = [.. Enumerable.Range(0, units).Select(u => _b.LoadHalf(_w + ((ahead + u) * _tile.PanelWeights + c * _tile.Unit), ColumnName(u, c)))];
            foreach (var summed in Enumerable.Range(0, units).Chunk(_tile.Types.Arithmetic.Summed))
            {
                Vec[] products = [.. x[summed[0]].Select(row => _b.MultiplyWide(row, w[summed[0]], "t"))];
                foreach (var u in summed.Skip(1))
                {
                    for (var r = 0; r < _tile.Rows; r++)
                        _b.MultiplyWideInto(products[r], x[u][r], w[u]);
                }
                for (var r = 0; r < _tile.Rows; r++)
                {
                    if (_lanes > 1)
                        _sums[r, c] = products[r];
                    else
                        Add(_b, _sums, r, c, products[r]);
                }
            }
        }
    }
}
