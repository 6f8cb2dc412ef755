using System.Globalization;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Tiling;

namespace CompileModel.Kernels.Pool;

/// <summary>Tiles of neighboring windows that are cut alike: each column of inputs is combined once and serves all windows that it lies in.</summary>
internal static class PoolTiles
{
    // Windows of a tile with 32 registers, and registers for constants.
    private const int MostWindows = 8, Reserved = 4;

    /// <summary>Writes the windows of one output row in a range of columns.</summary>
    public static void Emit(RoutineBuilder b, PoolRoutine routine, Ptr x, Ptr y, WindowRange rows, WindowRange columns)
    {
        var tiles = TileModel.Cover(columns.Last - columns.First + 1, b.Target.VectorRegisters > 16 ? MostWindows : MostWindows / 2, 1);
        b.For("tile", 0, tiles.BigTiles, tile => Tile(b, routine, x, y, rows, columns, columns.First + tile * tiles.Rows, tiles.Rows));
        b.For("tile", tiles.BigTiles, tiles.Tiles,
            tile => Tile(b, routine, x, y, rows, columns, columns.First + tiles.BigTiles + tile * (tiles.Rows - 1), tiles.Rows - 1));
    }

    // All channels of a few windows.
    private static void Tile(RoutineBuilder b, PoolRoutine routine, Ptr x, Ptr y, WindowRange rows, WindowRange columns, Int first, int windows)
    {
        var (t, from, to) = (routine.Template, routine.X, routine.Y);
        var (lanes, channels) = (b.Lanes(from.Type), to.Dims[3]);
        Ptr[] inputs = [.. Enumerable.Range(rows.FromTap, rows.ToTap - rows.FromTap).Select(kh => b.Let(string.Create(CultureInfo.InvariantCulture, $"x{kh}"),
            x + first * (t.Strides[1] * from.Strides[2]) + kh * (t.Dilations[0] * from.Strides[1]) + (columns.FromTap * t.Dilations[1] - t.Pads[1]) * from.Strides[2]))];
        var output = b.Let("windows", y + first * to.Strides[2]);
        void Channels(int count) => b.Scheduled(b.Target.VectorRegisters - Reserved, splitLoads: false, () => Windows(b, routine, inputs, output, rows, columns, windows, count));
        b.Repeat("vectors", channels / lanes, () =>
        {
            Channels(lanes);
            foreach (var input in inputs)
                b.Advance(input, lanes);
            b.Advance(output, lanes);
        });
        if (channels % lanes != 0)
            Channels(channels % lanes);
    }

    private static void Windows(RoutineBuilder b, PoolRoutine routine, Ptr[] inputs, Ptr output, WindowRange rows, WindowRange columns, int windows, int count)
    {
        var (t, from) = (routine.Template, routine.X);
        var isMax = t.Kind == PoolKind.Max;
        Vec Both(Vec left, Vec right) => isMax ? b.Max(left, right, "max") : b.Add(left, right, "sum");
        var combined = new Dictionary<int, Vec>();
        Vec Column(int column)
        {
            if (!combined.TryGetValue(column, out var value))
                combined[column] = value = inputs.Select(x => b.LoadPartial(x + column * from.Strides[2], count, "x")).Aggregate(Both);
            return value;
        }
        for (var w = 0; w < windows; w++)
        {
            var start = w * t.Strides[1];
            var value = Enumerable.Range(0, columns.ToTap - columns.FromTap).Select(k => Column(start + k * t.Dilations[1])).Aggregate(Both);
            if (!isMax)
                value = b.Mul(value, b.Constant(from.Type, 1.0 / (rows.Counted * columns.Counted), "scale"), "mean");
            b.StorePartial(output + w * routine.Y.Strides[2], value, count);
        }
    }
}
