using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Tiling;

namespace CompileModel.Kernels.Depthwise;

/// <summary>The loops of <see cref="DepthwiseBytesTemplate"/>: a unit is an output row; in it, for each group of channels, tiles of neighboring positions share inputs and weights.</summary>
/// <param name="template">the convolution</param>
/// <param name="inputs">x, w, bias, operands of the epilogue</param>
/// <param name="c">the result</param>
internal sealed class DepthwiseByteRows(DepthwiseBytesTemplate template, IReadOnlyList<Layout> inputs, Layout c)
{
    // Positions of a tile: column by column few of them are live at once.
    private const int ByColumn = 8, ByColumnInOrder = 16, ByRow = 4, WithFewRegisters = 2;

    // Registers for constants of the epilogue.
    private const int Constants = 3;

    private Ints Kernel => template.Kernel;

    private ElementType Weight => inputs[1].Type;

    // For each operand of the epilogue its value, if it has only one.
    private Vec?[] _scalars = [];

    // Weights of bytes in registers: inputs are then taken column by column, so that a position is done early; else by rows of the filter.
    private bool IsResident => DepthwiseTaps.IsByColumn(Kernel, Weight);

    private bool HasFactors => template.Shift > 0;

    // Sums that are added up from products of two factors begin in the register of the bias, so that it is loaded for each.
    private bool KeepsBias => IsResident && !HasFactors;

    /// <summary>Units of work.</summary>
    public int Units => c.Dims[0] * c.Dims[1];

    /// <summary>Writes the kernel.</summary>
    public void Emit(RoutineBuilder b) => b.HoistConstants(() =>
    {
        _scalars = HasFactors ? [] : [.. inputs.Skip(DepthwiseBytesTemplate.FirstExtra).Select((e, i) => e.Count == 1 ? WideVectors.LoadBroadcast(b, b.Pointer(ExtraName(i)), "factor") : (Vec?)null)];
        b.ForUnits("unit", unit => Unit(b, unit));
    });

    private static string ExtraName(int extra) => DepthwiseRoutine.Numbered("in", DepthwiseBytesTemplate.FirstExtra + extra);

    private void Unit(RoutineBuilder b, Int unit)
    {
        var (channels, group) = (c.Dims[3], DepthwiseProducts.Group(b, Weight));
        Int image = c.Dims[0] == 1 ? 0 : b.Let("image", unit / c.Dims[1]);
        var row = c.Dims[0] == 1 ? unit : b.Let("row", unit % c.Dims[1]);
        var whole = channels / group * group;
        int[] sums = [.. template.Together.Take(whole / group).Distinct().Order()];
        b.For("channel", 0, whole, group, channel =>
        {
            if (sums.Length < 2)
                Row(b, image, row, channel, group, sums.FirstOrDefault(1));
            else
                b.If(Choices.Has(template.Together, channel / group, sums[0]), () => Row(b, image, row, channel, group, sums[0]), () => Row(b, image, row, channel, group, sums[1]));
        });
        if (whole == channels)
            return;

        // Eight channels of bytes are never fewer: some of them twice.
        b.Scope(() => Row(b, image, row, Weight == ElementType.Int8 ? channels - group : whole, Weight == ElementType.Int8 ? group : channels - whole, template.Together.LastOrDefault(1)));
    }

    private void Row(RoutineBuilder b, Int image, Int row, Int channel, int count, int together)
    {
        var (x, step) = (inputs[0], inputs[0].Strides[2] * template.Strides[1]);
        Vec? factor = HasFactors ? b.Load(b.Pointer(ExtraName(0)) + channel, "factor") : null;
        var products = new DepthwiseProducts(b, Weight, count, together, factor);
        var w = b.Let("filter", b.Pointer("in1") + channel);
        var first = b.Pointer("in0") + image * x.Strides[0] + row * (x.Strides[1] * template.Strides[0]) + channel;
        Ptr[] rows = [.. Enumerable.Range(0, Kernel[0]).Select(r => b.Let(DepthwiseRoutine.Numbered("x", r), first + r * template.Dilations[0] * x.Strides[1]))];
        Ptr[] extras = HasFactors ? [] : [.. inputs.Skip(DepthwiseBytesTemplate.FirstExtra).Select((e, i) =>
        {
            var (strides, name) = (ExtraOperands.RowStrides(e, c), ExtraName(i));
            return _scalars[i] is not null ? default : b.Let(name + "At", b.Pointer(name) + image * strides[0] + row * strides[1] + (ExtraOperands.IsVector(e) ? channel : 0));
        })];
        var result = b.Let("cAt", b.Pointer("out0") + image * c.Strides[0] + row * c.Strides[1] + channel);
        var bias = b.Let("start", b.Pointer("in2") + channel);
        var weights = IsResident ? Enumerable.Range(0, Kernel[0] * Kernel[1]).ToDictionary(t => t, t => products.Weights(w + t * inputs[1].Dims[1], t)) : null;
        var start = KeepsBias ? products.Bias(bias, "start") : [];
        var upper = HasFactors ? products.UpperBias(bias) : [];
        var factors = extras.Select((p, i) => _scalars[i] is { } s ? [.. Enumerable.Repeat(s, products.Vectors)]
            : IsResident && ExtraOperands.IsVector(inputs[DepthwiseBytesTemplate.FirstExtra + i]) && ExtraOperands.RowStrides(inputs[DepthwiseBytesTemplate.FirstExtra + i], c)[2] == 0 ? WideVectors.Load(b, p, count, "factor") : null).ToArray();
        var held = start.Length + (factor is null ? 0 : 1) + (weights?.Count ?? 0) + factors.Where(f => f is not null).Sum(f => f!.Distinct().Count());
        var most = IsResident ? b.Target.Issue.InOrder ? ByColumnInOrder : ByColumn : Weight == ElementType.Int8 ? ByRow : WithFewRegisters;
        var tiles = TileModel.Cover(c.Dims[2], most, 1);
        void Tile(int positions)
        {
            b.Scheduled(b.Target.VectorRegisters - Constants - held, splitLoads: false, () => Sums(b, products, positions, rows, tap => weights?[tap] ?? products.Weights(w + tap * inputs[1].Dims[1], tap),
                () => KeepsBias ? [.. start] : HasFactors ? products.Bias(bias, upper) : products.Bias(bias, "acc"), (position, sums) => Finish(b, position, count, sums, extras, factors, result)));
            foreach (var p in rows)
                b.Advance(p, positions * step);
            for (var i = 0; i < extras.Length; i++)
            {
                if (factors[i] is null)
                    b.Advance(extras[i], positions * ExtraOperands.RowStrides(inputs[DepthwiseBytesTemplate.FirstExtra + i], c)[2]);
            }
            b.Advance(result, positions * c.Strides[2]);
        }
        b.Repeat("tiles", tiles.BigTiles, () => Tile(tiles.Rows));
        b.Repeat("rest", tiles.Tiles - tiles.BigTiles, () => Tile(tiles.Rows - 1));
    }

    private void Sums(RoutineBuilder b, DepthwiseProducts products, int positions, Ptr[] rows, Func<int, Vec[]> weights, Func<Vec[]> start, Action<int, Vec[]> finish)
    {
        var (sums, left) = (new Vec[positions][], Enumerable.Repeat(Kernel[0] * Kernel[1], positions).ToArray());
        var (inputsOf, weightsOf) = (new Dictionary<(int, int), Vec[]>(), new Dictionary<int, Vec[]>());
        Vec[] Input(int position, int tap)
        {
            var at = (Row: tap / Kernel[1], Column: Column(position, tap));
            if (products.KeepsInputs && inputsOf.TryGetValue(at, out var known))
                return known;
            return inputsOf[at] = products.Inputs(rows[at.Row] + at.Column * inputs[0].Strides[2]);
        }
        foreach (var (position, taps) in Order(positions, products.Together))
        {
            var isFirst = sums[position] is null;
            var into = sums[position] ??= start();
            products.Add(into, [.. taps.Select(t => (Input(position, t), weightsOf.TryGetValue(t, out var known) ? known : weightsOf[t] = weights(t)))], isFirst);
            if ((left[position] -= taps.Length) == 0)
                finish(position, into);
        }
    }

    private int Column(int position, int tap) => position * template.Strides[1] + tap % Kernel[1] * template.Dilations[1];

    // Which products are added when: taps of a position that are added up together.
    private IEnumerable<(int Position, int[] Taps)> Order(int positions, int together)
    {
        var groups = DepthwiseTaps.Groups(Kernel, Weight, together).ToArray();
        var all = groups.SelectMany(g => Enumerable.Range(0, positions), (g, p) => (Position: p, Taps: g));
        return IsResident ? all.OrderBy(a => a.Taps.Max(t => Column(a.Position, t))).ThenBy(a => a.Position) : all;
    }

    private void Finish(RoutineBuilder b, int position, int count, Vec[] sums, Ptr[] extras, IReadOnlyList<Vec>?[] factors, Ptr result)
    {
        if (HasFactors)
        {
            b.StorePartial(result + position * c.Strides[2], b.RoundBytes(b.UpperHalves(sums[0], sums[1], "high"), template.Shift - IntegerFactor.LeastShift, "bytes"), count);
            return;
        }
        var operands = extras.Select((p, i) =>
        {
            if (factors[i] is { } known)
                return known;
            var extra = inputs[DepthwiseBytesTemplate.FirstExtra + i];
            var at = p + position * ExtraOperands.RowStrides(extra, c)[2];
            return ExtraOperands.IsVector(extra) ? WideVectors.Load(b, at, count, "extra") : [.. Enumerable.Repeat(WideVectors.LoadBroadcast(b, at, "extra"), sums.Length)];
        }).Prepend(sums).ToArray();
        new ByteResult(b, template.Epilogue, template.Sums).Store(result + position * c.Strides[2], count, [.. Enumerable.Range(0, sums.Length).Select(v => operands.Select(o => o[v]).ToArray())]);
    }
}
