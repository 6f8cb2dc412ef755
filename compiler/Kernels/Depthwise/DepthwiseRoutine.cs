using System.Globalization;
using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Gemm;
using CompileModel.Targets;

namespace CompileModel.Kernels.Depthwise;

/// <summary>
/// The method of <see cref="DepthwiseTemplate"/>. A unit is a few output rows of a block of channels; in it, for each vector of channels, the filter is loaded once (if
/// registers hold it) and tiles of neighboring positions are computed, so that an input vector serves all positions it touches.
/// </summary>
/// <param name="IsaName">the instruction set</param>
/// <param name="Registers">vector registers of the target</param>
/// <param name="Issue">how the target issues vector code</param>
/// <param name="Template">the convolution</param>
/// <param name="X">input with border</param>
/// <param name="C">result</param>
/// <param name="Extras">further operands of the epilogue</param>
public sealed record DepthwiseRoutine(string IsaName, int Registers, IssueFacts Issue, DepthwiseTemplate Template, Layout X, Layout C, IReadOnlyList<Layout> Extras) : Routine
{
    private int Channels => C.Dims[3];

    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture,
        $"depthwise_{Template.Kernel[0]}x{Template.Kernel[1]}_s{Template.Strides[0]}{Template.Strides[1]}_{C.Dims[1]}x{C.Dims[2]}x{Channels}{Epilogue.Suffix(Template.Epilogue)}_{Text.Fingerprint.Of($"{IsaName}{Template.Dilations}{Template.HasBias}{X}{C}{string.Concat(Extras)}"):x8}");

    /// <inheritdoc/>
    public override string Family => "depthwise";

    /// <inheritdoc/>
    public override string Summary =>
        $"Depthwise convolution {Template.Kernel[0]}x{Template.Kernel[1]} stride {Template.Strides}: {X.Dims} to {C.Dims}{Epilogue.Description(Template.Epilogue)}.";

    /// <inheritdoc/>
    public override int Units => C.Dims[0] * (Blocking.IsSmall ? 1 : Blocking.RowTiles.Tiles) * Blocking.ChannelBlocks;

    /// <inheritdoc/>
    public override IReadOnlyList<RoutineParameter> Parameters
    {
        get
        {
            List<RoutineParameter> list = [RoutineParameter.Pointer("x"), RoutineParameter.Pointer("w")];
            if (Template.HasBias)
                list.Add(RoutineParameter.Pointer("bias"));
            for (var i = 0; i < Extras.Count; i++)
                list.Add(RoutineParameter.Pointer(Numbered("e", i + 1)));
            list.Add(RoutineParameter.Pointer("c"));
            return list;
        }
    }

    /// <inheritdoc/>
    public override void Emit(RoutineBuilder b) => b.HoistConstants(() => b.ForUnits("unit", unit =>
    {
        var blocking = Blocking;
        var piece = blocking.ChannelBlocks == 1 ? unit : b.Let("piece", unit / blocking.ChannelBlocks);
        var block = blocking.ChannelBlocks == 1 ? 0 : b.Let("block", unit % blocking.ChannelBlocks);
        var rows = blocking.RowTiles;
        if (blocking.IsSmall)
        {
            ChannelsOf(b, block, channel =>
            {
                b.For("tile", 0, rows.BigTiles, tile => channel.Strip(piece, tile * rows.Rows, rows.Rows));
                b.For("tile", rows.BigTiles, rows.Tiles, tile => channel.Strip(piece, tile * (rows.Rows - 1) + rows.BigTiles, rows.Rows - 1));
            });
            return;
        }
        Int image = C.Dims[0] == 1 ? 0 : b.Let("image", piece / rows.Tiles);
        var tile = C.Dims[0] == 1 ? piece : b.Let("tile", piece % rows.Tiles);
        var row = b.Let("row", rows.FirstRow(tile));
        void Rows(int count) => ChannelsOf(b, block, channel => channel.Strip(image, row, count));
        if (rows.BigTiles == rows.Tiles)
            Rows(rows.Rows);
        else
            b.If(RoutineBuilder.Compare(tile, "<", rows.BigTiles), () => Rows(rows.Rows), () => Rows(rows.Rows - 1));
    }));

    private void ChannelsOf(RoutineBuilder b, Int block, Action<DepthwiseChannels> body)
    {
        var lanes = b.Lanes(ElementType.Float32);
        var (whole, size) = (Channels / lanes * lanes, Blocking.BlockChannels);
        var first = block * size;
        var last = Blocking.ChannelBlocks == 1 ? whole : b.Let("last", Int.Min(first + size, whole));
        b.For("channel", first, last, lanes, channel => body(new DepthwiseChannels(b, this, channel, lanes)));
        if (whole == Channels)
            return;
        void Tail() => body(new DepthwiseChannels(b, this, whole, Channels - whole));
        if (Blocking.ChannelBlocks == 1)
            b.Scope(Tail);
        else
            b.If(RoutineBuilder.Compare(block, "==", Blocking.ChannelBlocks - 1), Tail);
    }

    internal DepthwiseBlocking Blocking => DepthwiseBlocking.Of(this, Issue);

    /// <summary>Whether a further operand has a value for each channel.</summary>
    internal bool IsVector(int extra) => ExtraOperands.IsVector(Extras[extra]);

    internal static string Numbered(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}");

    /// <inheritdoc/>
    public bool Equals(DepthwiseRoutine? other) => other is not null && IsaName == other.IsaName && Registers == other.Registers && Issue == other.Issue && Template == other.Template
        && X == other.X && C == other.C && Extras.SequenceEqual(other.Extras);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Template, X, C);
}
