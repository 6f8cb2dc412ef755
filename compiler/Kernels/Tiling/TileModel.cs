using CompileModel.IR;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Kernels.Tiling;

/// <summary>
/// Chooses the register tile of a matrix product and the block of rows that stays in the second-level cache, from the target's registers, issue
/// facts and caches. Blocks follow T. M. Low et al., "Analytical modeling is enough for high-performance BLIS" (ACM TOMS 2016).
/// </summary>
public static class TileModel
{
    private const int MaxVectors = 8;

    /// <summary>The cheapest tile for <paramref name="repeats"/> independent groups of <paramref name="rows"/> rows, <paramref name="columns"/> columns and
    /// <paramref name="depth"/> units of factors; <paramref name="packed"/> fixes the vectors when the weights are packed already,
    /// <paramref name="pitch"/> is the distance of neighboring rows in units where it is not the depth; <paramref name="arithmetic"/> is of float32 when left out.</summary>
    public static TileChoice Choose(TargetProfile target, int repeats, int rows, int columns, int depth, int? packed = null, int? pitch = null,
        ProductArithmetic? arithmetic = null)
    {
        var isa = Isa.ForProfile(target.Isas);
        var product = arithmetic ?? ProductArithmetic.Floats(isa);
        TileChoice? best = null;
        var bestCost = double.PositiveInfinity;
        foreach (var vectors in packed is { } only ? [only] : PanelWidths(isa, columns))
        {
            for (var most = 1; most <= MaxRows(product) && Registers(target, product, most, vectors) <= target.VectorRegisters; most++)
            {
                var tile = Cover(rows, most, vectors);
                var cost = repeats * Cost(target, product, tile, columns, depth, pitch ?? depth);
                // Ties go to the taller tile, which streams the weights fewer times.
                if (cost < bestCost * 0.999 || (cost < bestCost * 1.001 && tile.Rows > best!.Rows))
                    (best, bestCost) = (tile, Math.Min(cost, bestCost));
            }
        }
        return best!;
    }

    /// <summary>Vectors that a panel may have: none that holds no column.</summary>
    public static IEnumerable<int> PanelWidths(Isa isa, int columns) => Enumerable.Range(1, MaxVectors).Where(v => v == 1 || (v - 1) * isa.Lanes(ElementType.Float32) < columns);

    /// <summary>Modelled cycles of such products with a given tile.</summary>
    public static double Cycles(TargetProfile target, int repeats, TileChoice tile, int columns, int depth, int? pitch = null, ProductArithmetic? arithmetic = null)
        => repeats * Cost(target, arithmetic ?? ProductArithmetic.Floats(Isa.ForProfile(target.Isas)), tile, columns, depth, pitch ?? depth);

    /// <summary>Tiles of at most <paramref name="most"/> rows that differ by at most one row.</summary>
    public static TileChoice Cover(int rows, int most, int vectors)
    {
        var tiles = (rows + most - 1) / most;
        var height = (rows + tiles - 1) / tiles;
        return new TileChoice(height, vectors, tiles, rows - tiles * (height - 1));
    }

    /// <summary>Rows of A of <paramref name="depth"/> units (four bytes each) that fill at most half of the second-level cache that one core may use.</summary>
    public static int BlockRows(TargetProfile target, int depth)
    {
        var cache = target.Cache(2) ?? target.Caches[^1];
        return Math.Max(1, cache.Bytes / cache.SharedBy / 2 / Math.Max(1, depth * sizeof(float)));
    }

    /// <summary>Factors of which a panel and the rows of one tile stay in the first-level cache together, so that the panel is still there for the next tile;
    /// a multiple of four, in blocks of about equal size. All where there are not enough <paramref name="tiles"/> to gain from it.</summary>
    public static int BlockDepth(TargetProfile target, TileChoice tile, int tiles, int depth)
    {
        const int Multiple = 4, FewestTiles = 3;
        if (!Isa.ForProfile(target.Isas).HasLaneFma || tiles < FewestTiles)
            return depth;
        var floats = target.Caches[0].Bytes * 3 / 4 / sizeof(float);
        var most = floats / (tile.Rows + tile.Vectors * Isa.ForProfile(target.Isas).Lanes(ElementType.Float32));
        var blocks = (depth + most - 1) / most;
        return Math.Min(depth, ((depth + blocks - 1) / blocks + Multiple - 1) / Multiple * Multiple);
    }

    private static int MaxRows(ProductArithmetic product) => product.Form switch
    {
        TileForm.Lane => LaneTileCost.MaxRows,
        TileForm.Widening => WideningTileCost.MaxRows,
        _ => BroadcastTileCost.MaxRows(product),
    };

    private static int Registers(TargetProfile target, ProductArithmetic product, int rows, int vectors) => product.Form switch
    {
        TileForm.Lane => LaneTileCost.Registers(target.Issue, rows, vectors),
        TileForm.Widening => WideningTileCost.Registers(target.Issue, rows, vectors),
        _ => BroadcastTileCost.Registers(product, rows, vectors),
    };

    private static double Tile(TargetProfile target, ProductArithmetic product, int rows, int vectors, int depth, int pitch) => product.Form switch
    {
        TileForm.Lane => LaneTileCost.Cycles(target.Issue, product, rows, vectors, depth),
        TileForm.Widening => WideningTileCost.Cycles(target.Issue, product, rows, vectors, depth),
        _ => BroadcastTileCost.Cycles(target, product, rows, vectors, depth, pitch),
    };

    private static double Cost(TargetProfile target, ProductArithmetic product, TileChoice tile, int columns, int depth, int pitch)
    {
        var lanes = Isa.ForProfile(target.Isas).Lanes(product.Sum);
        var perPanel = tile.Vectors * lanes;
        var full = columns / perPanel;
        var rest = (columns % perPanel + lanes - 1) / lanes;
        double Column(int vectors) => vectors == 0 ? 0
            : tile.BigTiles * Tile(target, product, tile.Rows, vectors, depth, pitch) + (tile.Tiles - tile.BigTiles) * Tile(target, product, tile.Rows - 1, vectors, depth, pitch);
        return full * Column(tile.Vectors) + Column(rest);
    }
}
