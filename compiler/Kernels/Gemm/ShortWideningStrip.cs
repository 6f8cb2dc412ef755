using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Gemm;

/// <summary>
/// The products of a strip of tiles of one vector of columns whose factors are too few for a pass of <see cref="WideningLoop"/>, for cores that issue in program order: the weights of the panel
/// stay in registers, and one row is finished after the other, so that the sums of a tile take four registers and not sixteen. The factors of the next tile's first row are loaded before
/// this one ends.
/// </summary>
internal sealed class ShortWideningStrip
{
    private readonly RoutineBuilder _b;
    private readonly GemmTile _tile;
    private readonly Ptr _first;
    private readonly Vec? _bias;

    // By column and unit; the first row's by unit.
    private readonly Vec[][] _panel;
    private readonly Vec[] _x;

    /// <summary>Loads what all tiles share, and the first row.</summary>
    public ShortWideningStrip(RoutineBuilder b, GemmTile tile, Ptr first, Ptr w, Ptr? bias)
    {
        (_b, _tile, _first) = (b, tile, first);
        _panel = [.. Enumerable.Range(0, tile.Lanes).Select(c => Units(u => b.LoadHalf(w + (u * tile.PanelWeights + c * tile.Unit), WideningLoop.ColumnName(u, c))))];
        _bias = bias is { } start ? b.Load(start, "bias") : null;
        _x = Units(u => b.LoadHalf(first + u * tile.Unit, WideningLoop.RowName(u, 0)));
    }

    /// <summary>Whether a tile is of this form.</summary>
    public static bool Serves(RoutineBuilder b, GemmTile tile)
        => tile is { IsStrip: true, HasMain: false, Runs: RunLevels.One, Vectors: 1, Types.Arithmetic: { Form: TileForm.Widening } a } && tile.KTail <= a.Summed && b.Target.Issue.InOrder;

    /// <summary>What lives from tile to tile.</summary>
    public IEnumerable<Vec> Held => [.. _panel.SelectMany(c => c), .. _x, .. _bias is { } bias ? [bias] : Array.Empty<Vec>()];

    /// <summary>The sums of each row, plus the bias.</summary>
    public Vec[][] Sums()
    {
        var row = _first;
        return [.. Enumerable.Range(0, _tile.Rows).Select(r =>
        {
            if (r > 0)
                row = _b.Let(GemmTile.Numbered("a", r), row + RoutineBuilder.Integer("lda"));
            var at = row;
            Vec[] sum = [Sum(r == 0 ? _x : Units(u => _b.LoadHalf(at + u * _tile.Unit, WideningLoop.RowName(u, r))))];
            return sum;
        })];
    }

    /// <summary>Loads the first row of the next tile, <paramref name="distance"/> behind that of this one.</summary>
    public void Next(Int distance)
    {
        _b.Advance(_first, distance);
        for (var u = 0; u < _x.Length; u++)
            _b.SetLoadHalf(_x[u], _first + u * _tile.Unit);
    }

    private Vec Sum(Vec[] x)
    {
        Vec[] wide = [.. _panel.Select(w =>
        {
            var products = _b.MultiplyWide(x[0], w[0], "t");
            for (var u = 1; u < x.Length; u++)
                _b.MultiplyWideInto(products, x[u], w[u]);
            return _b.AddNeighborsWide(products, "wide");
        })];
        var sum = _b.AddNeighbors(_b.AddNeighbors(wide[0], wide[1], "pair"), _b.AddNeighbors(wide[2], wide[3], "pair"), "sum");
        return _bias is { } bias ? _b.Add(sum, bias, "sum") : sum;
    }

    private Vec[] Units(Func<int, Vec> at) => [.. Enumerable.Range(0, _tile.KTail).Select(at)];
}
