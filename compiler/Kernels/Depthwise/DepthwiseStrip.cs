using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Gemm;

namespace CompileModel.Kernels.Depthwise;

/// <summary>Writes the tiles of one vector of channels over a few output rows.</summary>
internal sealed class DepthwiseStrip(RoutineBuilder b, DepthwiseRoutine routine, int rows, int count)
{
    // Bytes that the addressing modes of NEON loads reach.
    private const int Reach = 32760;

    private readonly DepthwiseTemplate _template = routine.Template;
    private Ptr[] _x = [], _c = [];

    /// <summary>Filter of the first of these channels.</summary>
    public required Ptr Filter { get; init; }

    /// <summary>The filter in registers, if they hold it.</summary>
    public Vec[]? Weights { get; init; }

    /// <summary>Bias of these channels, if there is one.</summary>
    public Vec? Bias { get; init; }

    /// <summary>Input of the first position.</summary>
    public required Ptr X { get; init; }

    /// <summary>Result of the first position.</summary>
    public required Ptr C { get; init; }

    /// <summary>Further operands of the epilogue at that position; locals, which move.</summary>
    public required IReadOnlyList<Ptr> Extras { get; init; }

    // Copying the bias into an accumulator costs at most as much as adding it, but in order the first multiply-add waits for the copy.
    private bool AddsBiasLast => b.Target.Issue.InOrder;

    /// <summary>Writes all tiles.</summary>
    public void Emit()
    {
        var inputRows = Uses(1).Max(u => u.Key.Row) + 1;
        _x = Pointers("x", X, inputRows, routine.X.Strides[1], routine.X.Strides[2] * _template.Strides[1]);
        _c = Pointers("c", C, rows, routine.C.Strides[1], routine.C.Strides[2]);
        var tiles = routine.Blocking.Positions;
        b.Repeat("tiles", tiles.BigTiles, () => Tile(tiles.Rows));
        b.Repeat("rest", tiles.Tiles - tiles.BigTiles, () => Tile(tiles.Rows - 1));
    }

    private void Tile(int positions)
    {
        b.Scheduled(routine.Blocking.Room, splitLoads: true, () =>
        {
            var acc = new Vec?[rows, positions];
            var left = new int[rows, positions];
            var uses = Uses(positions);
            foreach (var use in uses.SelectMany(u => u.Uses))
                left[use.Row, use.Position]++;
            var loaded = new Dictionary<int, Vec>();
            foreach (var (at, list) in uses)
            {
                var x = b.LoadPartial(At(at), count, "x");
                foreach (var (row, position, tap) in list)
                {
                    if (Weights is null && !loaded.ContainsKey(tap))
                        loaded[tap] = b.LoadPartial(Filter + tap * routine.C.Dims[3], count, DepthwiseRoutine.Numbered("w", tap));
                    var w = Weights?[tap] ?? loaded[tap];
                    if (acc[row, position] is { } sum)
                        b.FmaInto(sum, x, w);
                    else if (Bias is { } bias && !AddsBiasLast)
                        b.FmaInto((acc[row, position] = b.Variable("acc", bias)).Value, x, w);
                    else
                        acc[row, position] = b.Mul(x, w, "acc");
                    if (--left[row, position] == 0)
                        Finish(row, position, acc[row, position]!.Value);
                }
            }
        });
        foreach (var x in _x)
            b.Advance(x, positions * _template.Strides[1] * routine.X.Strides[2]);
        foreach (var c in _c)
            b.Advance(c, positions * routine.C.Strides[2]);
        for (var i = 0; i < Extras.Count; i++)
            b.Advance(Extras[i], positions * ExtraOperands.RowStrides(routine.Extras[i], routine.C)[2]);
    }

    private void Finish(int row, int position, Vec sum)
    {
        if (Bias is { } bias && AddsBiasLast)
            sum = b.Add(sum, bias, "sum");
        var operands = Extras.Select((e, i) =>
        {
            var strides = ExtraOperands.RowStrides(routine.Extras[i], routine.C);
            var at = e + (row * strides[1] + position * strides[2]);
            return routine.IsVector(i) ? b.LoadPartial(at, count, "extra") : b.LoadBroadcast(at, "extra");
        }).Prepend(sum);
        b.StorePartial(Row(_c, row, routine.C.Strides[1]) + position * routine.C.Strides[2], ElementwiseKernels.Emit(b, _template.Epilogue, [.. operands]), count);
    }

    // One pointer for all rows where the addressing modes reach, else one for each.
    private Ptr[] Pointers(string name, Ptr first, int count, int stride, int step)
    {
        var reach = b.Isa.HasLaneFma ? Reach / sizeof(float) - (routine.Blocking.Positions.Rows + _template.Kernel[1]) * step : int.MaxValue;
        return [.. Enumerable.Range(0, (count - 1) * stride <= reach ? 1 : count).Select(i => b.Let(DepthwiseRoutine.Numbered(name, i), first + i * stride))];
    }

    private static Ptr Row(Ptr[] pointers, int row, int stride) => pointers.Length == 1 ? pointers[0] + row * stride : pointers[row];

    private Ptr At((int Row, int Column) at) => Row(_x, at.Row, routine.X.Strides[1]) + at.Column * routine.X.Strides[2];

    // The inputs of a tile in the order they are taken, each with the sums that it belongs to. In a column those that many sums share come first: a sum that begins with an
    // input of its own is moved down by the code generator.
    private List<((int Row, int Column) Key, List<(int Row, int Position, int Tap)> Uses)> Uses(int positions)
    {
        var all = from row in Enumerable.Range(0, rows)
                  from position in Enumerable.Range(0, positions)
                  from kh in Enumerable.Range(0, _template.Kernel[0])
                  from kw in Enumerable.Range(0, _template.Kernel[1])
                  let at = (row * _template.Strides[0] + kh * _template.Dilations[0], position * _template.Strides[1] + kw * _template.Dilations[1])
                  group (row, position, kh * _template.Kernel[1] + kw) by at;
        var byColumn = routine.Blocking.IsResident;
        return [.. all.OrderBy(g => byColumn ? g.Key.Item2 : g.Key.Item1).ThenByDescending(g => byColumn ? g.Count() : 0).ThenBy(g => byColumn ? g.Key.Item1 : g.Key.Item2).Select(g => (g.Key, g.ToList()))];
    }
}
