using System.Globalization;
using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Tiling;

namespace CompileModel.Kernels.Depthwise;

/// <summary>
/// The method of <see cref="DepthwiseTemplate"/>. A unit is one output row; in it, for each vector of channels, the filter is loaded once (if registers
/// hold it) and tiles of neighboring positions are computed, so that an input vector serves all positions it touches.
/// </summary>
/// <param name="IsaName">the instruction set</param>
/// <param name="Registers">vector registers of the target</param>
/// <param name="Template">the convolution</param>
/// <param name="X">input with border</param>
/// <param name="C">result</param>
/// <param name="Extras">further operands of the epilogue</param>
public sealed record DepthwiseRoutine(string IsaName, int Registers, DepthwiseTemplate Template, Layout X, Layout C, IReadOnlyList<Layout> Extras) : Routine
{
    // Input vectors that are loaded before they are needed, to hide the latency of the load.
    private const int Ahead = 3, MostPositions = 8;

    private int Taps => Template.Kernel[0] * Template.Kernel[1];

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
    public override int Units => C.Dims[0] * C.Dims[1];

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
    public override void Emit(RoutineBuilder b)
    {
        var lanes = b.Lanes(ElementType.Float32);
        b.ForUnits("unit", unit =>
        {
            var row = C.Dims[0] == 1 ? unit : b.Let("row", unit % C.Dims[1]);
            Int image = C.Dims[0] == 1 ? 0 : b.Let("image", unit / C.Dims[1]);
            Ptr Row(string name, Layout l, int step) => b.Let(name + "Row", b.Pointer(name) + image * l.Strides[0] + row * (l.Strides[1] * step));
            var x = Row("x", X, Template.Strides[0]);
            var c = Row("c", C, 1);
            Ptr[] extras = [.. Extras.Select((e, i) =>
            {
                var strides = ExtraOperands.RowStrides(e, C);
                return b.Let(Numbered("e", i + 1) + "Row", b.Pointer(Numbered("e", i + 1)) + image * strides[0] + row * strides[1]);
            })];
            b.For("channel", 0, Channels / lanes * lanes, lanes, ch => ChannelVector(b, x, c, extras, ch, lanes));
            if (Channels % lanes != 0)
                ChannelVector(b, x, c, extras, Channels / lanes * lanes, Channels % lanes);
        });
    }

    private void ChannelVector(RoutineBuilder b, Ptr x, Ptr c, IReadOnlyList<Ptr> extras, Int channel, int count)
    {
        var resident = Taps + 6 + Ahead <= Registers;
        var room = Registers - Ahead - (resident ? Taps : Template.Kernel[1] + 1);
        var tile = TileModel.Cover(C.Dims[2], Math.Clamp(room, 1, MostPositions), 1);
        var filter = b.Let("filter", b.Pointer("w") + channel);
        Vec Weight(int tap) => b.LoadPartial(filter + tap * Channels, count, Numbered("w", tap));
        var weights = resident ? Enumerable.Range(0, Taps).Select(Weight).ToArray() : null;
        var start = Template.HasBias ? b.LoadPartial(b.Pointer("bias") + channel, count, "start") : (Vec?)null;
        var (xc, cc) = (b.Let("xc", x + channel), b.Let("cc", c + channel));
        Ptr[] ec = [.. extras.Select((e, i) => b.Let(Numbered("ec", i + 1), IsVector(i) ? e + channel : e))];
        void Tiles(string name, int first, int tiles, int positions) => b.Repeat(name, tiles, () =>
        {
            Positions(b, xc, cc, ec, weights, Weight, start, positions, count);
            b.Advance(xc, positions * Template.Strides[1] * X.Strides[2]);
            b.Advance(cc, positions * C.Strides[2]);
            for (var i = 0; i < ec.Length; i++)
                b.Advance(ec[i], positions * ExtraOperands.RowStrides(Extras[i], C)[2]);
        });
        Tiles("tiles", 0, tile.BigTiles, tile.Rows);
        Tiles("rest", tile.BigTiles, tile.Tiles - tile.BigTiles, tile.Rows - 1);
    }

    private void Positions(RoutineBuilder b, Ptr x, Ptr c, IReadOnlyList<Ptr> extras, Vec[]? weights, Func<int, Vec> weight, Vec? start, int positions, int count)
    {
        var acc = new Vec[positions];
        for (var p = 0; p < positions; p++)
            acc[p] = start is { } s ? b.Variable(Numbered("acc", p), s) : b.Zero(ElementType.Float32, Numbered("acc", p));
        var (kw, step, dilation) = (Template.Kernel[1], Template.Strides[1], Template.Dilations[1]);
        var uses = (from kh in Enumerable.Range(0, Template.Kernel[0])
                    from p in Enumerable.Range(0, positions)
                    from k in Enumerable.Range(0, kw)
                    group (Position: p, Tap: kh * kw + k) by (Row: kh, Column: p * step + k * dilation) into g
                    orderby g.Key.Row, g.Key.Column
                    select g).ToArray();
        var loaded = new Vec[uses.Length];
        Vec[] row = [];
        for (var i = -Ahead; i < uses.Length; i++)
        {
            if (i + Ahead < uses.Length)
            {
                var (r, column) = uses[i + Ahead].Key;
                loaded[i + Ahead] = b.LoadPartial(x + (r * Template.Dilations[0] * X.Strides[1] + column * X.Strides[2]), count, $"x{Numbered("", r)}_{Numbered("", column)}");
            }
            if (i < 0)
                continue;
            if (weights is null && (i == 0 || uses[i].Key.Row != uses[i - 1].Key.Row))
                row = [.. Enumerable.Range(uses[i].Key.Row * kw, kw).Select(weight)];
            foreach (var (position, tap) in uses[i].OrderBy(u => u.Position))
                b.FmaInto(acc[position], loaded[i], weights?[tap] ?? row[tap % kw]);
        }
        b.HoistConstants(() =>
        {
            for (var p = 0; p < positions; p++)
            {
                var operands = extras.Select((e, i) =>
                {
                    var at = e + p * ExtraOperands.RowStrides(Extras[i], C)[2];
                    return IsVector(i) ? b.LoadPartial(at, count, "extra") : b.LoadBroadcast(at, "extra");
                }).Prepend(acc[p]);
                b.StorePartial(c + p * C.Strides[2], ElementwiseKernels.Emit(b, Template.Epilogue, [.. operands]), count);
            }
        });
    }

    private bool IsVector(int extra) => Extras[extra] is { Rank: > 0 } e && e.Dims[e.Rank - 1] > 1;

    private static string Numbered(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}");

    /// <inheritdoc/>
    public bool Equals(DepthwiseRoutine? other) => other is not null && IsaName == other.IsaName && Registers == other.Registers && Template == other.Template
        && X == other.X && C == other.C && Extras.SequenceEqual(other.Extras);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Template, X, C);
}
