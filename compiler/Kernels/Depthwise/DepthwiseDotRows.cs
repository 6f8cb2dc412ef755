using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Tiling;

namespace CompileModel.Kernels.Depthwise;

/// <summary>
/// The loops of <see cref="DepthwiseDotsTemplate"/>: a unit is one output row, or two whose inputs are four rows, by a block of channels. In it, for each group of channels, the weights
/// stay in registers and a column of inputs serves all positions that it belongs to.
/// </summary>
/// <param name="template">the convolution</param>
/// <param name="isa">the instruction set</param>
/// <param name="inputs">x, w, bias, operands of the epilogue</param>
/// <param name="c">the result</param>
internal sealed class DepthwiseDotRows(DepthwiseDotsTemplate template, Isa isa, IReadOnlyList<Layout> inputs, Layout c)
{
    // Output rows of a unit; units worth sharing, and the fewest channels of one.
    private const int MostRows = 2, EnoughUnits = 12, FewestChannels = 64;

    private int Group => DepthwiseDots.Group(isa);

    private Ints Kernel => template.Kernel;

    private TileChoice RowTiles => TileModel.Cover(c.Dims[1], DepthwiseDots.CanShift(isa, template.Strides[0]) ? Math.Min(MostRows, (DepthwiseDots.Rows - Kernel[0]) / template.Strides[0] + 1) : 1, 1);

    private int Blocks => Math.Clamp(EnoughUnits / (c.Dims[0] * RowTiles.Tiles), 1, Math.Max(1, c.Dims[3] / FewestChannels));

    private int BlockChannels => (c.Dims[3] / Group + Blocks - 1) / Blocks * Group;

    /// <summary>Units of work.</summary>
    public int Units => c.Dims[0] * RowTiles.Tiles * Blocks;

    /// <summary>Writes the kernel.</summary>
    public void Emit(RoutineBuilder b) => b.HoistConstants(() =>
    {
        Vec?[] scalars = [.. inputs.Skip(DepthwiseDotsTemplate.FirstExtra).Select((e, i) => ExtraOperands.IsVector(e) || IsPosition(i) ? (Vec?)null : WideVectors.LoadBroadcast(b, b.Pointer(ExtraName(i)), "factor"))];
        b.ForUnits("unit", unit =>
        {
            var place = Blocks == 1 ? unit : b.Let("place", unit / Blocks);
            Int image = c.Dims[0] == 1 ? 0 : b.Let("image", place / RowTiles.Tiles);
            var tile = c.Dims[0] == 1 ? place : b.Let("tile", place % RowTiles.Tiles);
            var row = b.Let("row", RowTiles.FirstRow(tile));
            Int first = Blocks == 1 ? 0 : b.Let("first", unit % Blocks * BlockChannels);
            void Rows(int rows) => Channels(b, image, row, rows, first, scalars);
            if (RowTiles.BigTiles == RowTiles.Tiles)
                Rows(RowTiles.Rows);
            else
                b.If(RoutineBuilder.Compare(tile, "<", RowTiles.BigTiles), () => Rows(RowTiles.Rows), () => Rows(RowTiles.Rows - 1));
        });
    });

    private void Channels(RoutineBuilder b, Int image, Int row, int rows, Int first, Vec?[] scalars)
    {
        var (channels, whole) = (c.Dims[3], c.Dims[3] / Group * Group);
        Int end = Blocks == 1 ? whole : Int.Min(first + BlockChannels, whole);
        void Some(Int channel, int count) => new DepthwiseDotStrip(b, template, inputs, c, rows, count, scalars).Emit(image, row, channel);
        b.For("channel", first, end, Group, channel => Some(channel, Group));
        if (whole == channels)
            return;
        if (Blocks == 1)
            b.Scope(() => Some(whole, channels - whole));
        else
            b.If(RoutineBuilder.Compare(first, "==", (Blocks - 1) * BlockChannels), () => Some(whole, channels - whole));
    }

    private bool IsPosition(int extra) => DepthwiseDotStrip.IsPosition(inputs[DepthwiseDotsTemplate.FirstExtra + extra], c);

    private static string ExtraName(int extra) => DepthwiseRoutine.Numbered("in", DepthwiseDotsTemplate.FirstExtra + extra);
}
