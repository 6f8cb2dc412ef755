using CompileModel.IR;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Tiling;
using CompileModel.Targets;

namespace CompileModel.Kernels.Depthwise;

/// <summary>How a depthwise convolution is cut: into rows and positions whose sums fit the registers, and into blocks of channels where rows alone give too few units.</summary>
/// <param name="IsResident">whether the filter of a vector of channels stays in registers; inputs are then taken column by column, else row by row</param>
/// <param name="IsSmall">whether a unit takes all rows of a block of channels, because their inputs fit the first-level cache; else a tile of rows</param>
/// <param name="RowTiles">tiles of output rows</param>
/// <param name="Positions">output positions of a tile</param>
/// <param name="Room">registers for sums and inputs</param>
/// <param name="BlockChannels">channels of a unit</param>
/// <param name="ChannelBlocks">blocks of channels</param>
internal sealed record DepthwiseBlocking(bool IsResident, bool IsSmall, TileChoice RowTiles, TileChoice Positions, int Room, int BlockChannels, int ChannelBlocks)
{
    // Constants of the epilogue.
    private const int Constants = 2, MostPositions = 8, MostPositionsInOrder = 16, MostRows = 4;

    private const int Line = 64, SmallBytes = 20 << 10;

    // What one input costs, in multiply-adds, and what tiles of two heights cost in code, as a factor of time.
    private const double InputCost = 0.5, TwoHeights = 1.04;

    /// <summary>Fewest units worth sharing between threads, where the shape gives as many.</summary>
    private const int EnoughUnits = 16;

    /// <summary>The blocking of a routine.</summary>
    public static DepthwiseBlocking Of(DepthwiseRoutine routine, IssueFacts issue)
    {
        var (template, dims) = (routine.Template, routine.C.Dims);
        var (kh, kw) = (template.Kernel[0], template.Kernel[1]);
        var free = routine.Registers - (routine.Registers > 16 ? Constants : 0) - (template.HasBias ? 1 : 0);

        // Columns of sums that one column of inputs can belong to.
        var columns = (kw - 1) * template.Dilations[1] / template.Strides[1] + 1;

        // Inputs in flight: a core that issues in order needs many, and sums of a further column for them.
        var inputs = issue.InOrder ? 8 : 2;
        bool Fits(int rows) => kh * kw + rows * (columns + (issue.InOrder ? 1 : 0)) + inputs <= free;
        var resident = Fits(1);
        
        // Row by row, a kernel row of the filter is live while any of the output rows needs it.
        int Width(int rows) => resident ? MostPositions : Math.Min(MostPositions, (free - inputs - 1 - kw * Math.Min(kh, (rows - 1) * template.Strides[0] / template.Dilations[0] + 1)) / rows);
        var sums = issue.FmaPerCycle * issue.FmaLatency;

        double Cost(int rows)
        {
            var chains = resident ? rows * columns : rows * Width(rows);
            return rows * kh * kw * Math.Max(1, sums / chains) + InputCost * ((rows - 1) * template.Strides[0] + (kh - 1) * template.Dilations[0] + 1) * template.Strides[1];
        }
        var rows = Enumerable.Range(1, MostRows).Where(r => r == 1 || (resident ? Fits(r) : Width(r) >= MostPositions / 2)).Select(r => TileModel.Cover(dims[1], r, 1)).MinBy(t =>
            t.BigTiles == t.Tiles ? t.Tiles * Cost(t.Rows) : TwoHeights * (t.BigTiles * Cost(t.Rows) + (t.Tiles - t.BigTiles) * Cost(t.Rows - 1)))!;
        var positions = resident && issue.InOrder ? MostPositionsInOrder : Width(rows.Rows);
        var lanes = Isa.ByName(routine.IsaName).Lanes(ElementType.Float32);
        var line = Math.Max(lanes, Line / sizeof(float));
        var small = routine.X.Dims[1] * routine.X.Dims[2] * Line <= SmallBytes && dims[3] / line * dims[0] >= EnoughUnits / 2;
        var pieces = dims[0] * (small ? 1 : rows.Tiles);
        var wanted = (EnoughUnits + pieces - 1) / pieces;
        var block = Math.Max(1, dims[3] / line / wanted) * line;
        var blocks = wanted == 1 ? 1 : Math.Max(1, (dims[3] + block - 1) / block);
        return new DepthwiseBlocking(resident, small, rows, TileModel.Cover(dims[2], Math.Max(positions, 1), 1), free - (resident ? kh * kw : 0), block, blocks);
    }
}
