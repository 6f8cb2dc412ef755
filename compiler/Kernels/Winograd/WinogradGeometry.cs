using CompileModel.IR;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Tiling;
using CompileModel.Targets;

namespace CompileModel.Kernels.Winograd;

/// <summary>
/// How a layer is cut: tiles of the result into blocks, whose transformed values stay in the second-level cache, and output channels into groups of panels.
/// A unit of work is a block by a group. Scratch of a thread: a buffer for one tile, V (places by tiles by input channels), M (places by tiles by channels of a group).
/// </summary>
/// <param name="Form">the tile</param>
/// <param name="Batch">images</param>
/// <param name="Height">rows of the result</param>
/// <param name="Width">columns of the result</param>
/// <param name="Depth">input channels</param>
/// <param name="Columns">output channels</param>
/// <param name="BlockTiles">most tiles of a block</param>
/// <param name="GroupPanels">panels of a group; the last group may have fewer</param>
/// <param name="Vectors">vectors of a panel</param>
public sealed record WinogradGeometry(WinogradForm Form, int Batch, int Height, int Width, int Depth, int Columns, int BlockTiles, int GroupPanels, int Vectors)
{
    private const int EnoughUnits = 16, FewestTiles = 8, Line = 64;

    /// <summary>Units of factors of a transformed tile at one place: the channels, or pairs of them. What is counted in floats is so many units here.</summary>
    public int Units => Form.IsInteger ? Depth / ProductArithmetic.WordsOfUnit : Depth;

    /// <summary>The arithmetic of the products.</summary>
    public ProductArithmetic Arithmetic(Isa isa) => Form.IsInteger ? ProductArithmetic.Words(isa) : ProductArithmetic.Floats(isa);

    /// <summary>Tiles along the height.</summary>
    public int TileRows => (Height + Form.Outputs - 1) / Form.Outputs;

    /// <summary>Tiles along the width.</summary>
    public int TileColumns => (Width + Form.Outputs - 1) / Form.Outputs;

    /// <summary>All tiles.</summary>
    public int Tiles => Batch * TileRows * TileColumns;

    /// <summary>Blocks of tiles that differ by at most one tile: rows are tiles, tiles are blocks.</summary>
    public TileChoice Blocks => TileModel.Cover(Tiles, BlockTiles, 1);

    /// <summary>The geometry with the least modelled traffic between memory and the caches.</summary>
    public static WinogradGeometry Choose(WinogradForm form, TargetProfile target, Shape output, int depth)
    {
        var isa = Isa.ForProfile(target.Isas);
        var whole = new WinogradGeometry(form, output[0], output[1], output[2], depth, output[3], int.MaxValue, 1, 1);
        whole = whole with { BlockTiles = whole.Tiles };
        var best = whole;
        var bestBytes = double.PositiveInfinity;
        for (var blocks = 1; blocks <= Math.Max(1, whole.Tiles / FewestTiles); blocks++)
        {
            var tiles = (whole.Tiles + blocks - 1) / blocks;
            var vectors = TileModel.Choose(target, form.Places, tiles, output[3], form.Phases.Count * whole.Units, pitch: whole.DepthPitch(isa), arithmetic: whole.Arithmetic(isa)).Vectors;
            var panels = PanelPacking.Of(isa, output[3], vectors).Panels;
            var groups = Math.Min(panels, (EnoughUnits + blocks - 1) / blocks);
            var geometry = whole with { BlockTiles = tiles, Vectors = vectors, GroupPanels = (panels + groups - 1) / groups };
            var bytes = geometry.Traffic(isa, target);
            if (bytes < bestBytes * 0.98)
                (best, bestBytes) = (geometry, bytes);
        }
        return best;
    }

    /// <summary>Floats from one place of V to the next: an odd number of cache lines, so that the places of a tile fall into different sets.</summary>
    public int DepthPlace(Isa isa) => OddLines(BlockTiles * DepthPitch(isa));

    /// <summary>Floats from one place of M to the next, as <see cref="DepthPlace"/>.</summary>
    public int ColumnPlace(Isa isa) => OddLines(BlockTiles * ColumnPitch(isa));

    /// <summary>Floats from one tile of a place of V to the next: the channels of all phases side by side, the last in whole vectors, and a cache line where that is a multiple of many lines.</summary>
    public int DepthPitch(Isa isa) => Pitch(RoundUp((Form.Phases.Count - 1) * Units + RoundUp(Units, isa.Lanes(ElementType.Float32)), isa.Lanes(ElementType.Float32)));

    /// <summary>Floats from one tile of a place of M to the next, as <see cref="DepthPitch"/>.</summary>
    public int ColumnPitch(Isa isa) => Pitch(GroupColumns(isa));

    /// <summary>Output channels of a group.</summary>
    public int GroupColumns(Isa isa) => Math.Min(GroupPanels * PanelPacking.Of(isa, Columns, Vectors).Width, RoundUp(Columns, isa.Lanes(ElementType.Float32)));

    /// <summary>Groups of output channels.</summary>
    public int Groups(Isa isa) => (Columns + GroupColumns(isa) - 1) / GroupColumns(isa);

    /// <summary>Output channels of the last group.</summary>
    public int LastColumns(Isa isa) => Columns - (Groups(isa) - 1) * GroupColumns(isa);

    /// <summary>How the weights of a group with so many output channels are packed.</summary>
    public PanelPacking Packing(Isa isa, int columns) => PanelPacking.Of(isa, columns, Vectors);

    /// <summary>The register tile of products of so many tiles and output channels.</summary>
    public TileChoice ProductTile(TargetProfile target, WinogradProduct product, int tiles, int columns)
    {
        var isa = Isa.ForProfile(target.Isas);
        var packing = Packing(isa, columns);
        return TileModel.Choose(target, product.Count, tiles, packing.PaddedColumns, product.Phases * Units, packing.Vectors, DepthPitch(isa), Arithmetic(isa));
    }

    /// <summary>Floats of the transformed weights of all groups in front of group 1.</summary>
    public int GroupFloats(Isa isa) => Packing(isa, GroupColumns(isa)).Floats(Form.Factors * Units);

    /// <summary>Floats of all transformed weights.</summary>
    public long WeightFloats(Isa isa) => (Groups(isa) - 1L) * GroupFloats(isa) + Packing(isa, LastColumns(isa)).Floats(Form.Factors * Units);

    /// <summary>Floats of the buffer for one tile.</summary>
    public int BufferFloats(Isa isa) => RoundUp(Form.Places * isa.Lanes(ElementType.Float32), Line / sizeof(float));

    /// <summary>Floats of a thread's scratch.</summary>
    public int ScratchFloats(Isa isa) => BufferFloats(isa) + Form.Places * (DepthPlace(isa) + ColumnPlace(isa));

    // Bytes that go through the second-level cache: the weights once for each block unless they stay, V and M written and read again unless they stay.
    private double Traffic(Isa isa, TargetProfile target)
    {
        var cache = target.Cache(2) ?? target.Caches[^1];
        var scratch = sizeof(float) * (double)ScratchFloats(isa);
        var weights = sizeof(float) * (double)WeightFloats(isa);
        var blocks = Blocks.Tiles;
        return (weights + scratch <= 0.75 * cache.Bytes ? weights : blocks * weights) + (scratch <= 0.5 * cache.Bytes ? 0 : 3 * blocks * scratch) + scratch * 0.01;
    }

    private static int Pitch(int floats) => floats % (8 * Line / sizeof(float)) == 0 ? floats + Line / sizeof(float) : floats;

    private static int OddLines(int floats) => (RoundUp(floats, Line / sizeof(float)) / (Line / sizeof(float)) | 1) * (Line / sizeof(float));

    private static int RoundUp(int value, int unit) => (value + unit - 1) / unit * unit;
}
