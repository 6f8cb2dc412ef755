using System.Globalization;
using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Reductions;

namespace CompileModel.Kernels.Pool;

/// <summary>The method of <see cref="PoolTemplate"/>; a unit is one output row.</summary>
/// <param name="IsaName">the instruction set</param>
/// <param name="Template">the pooling</param>
/// <param name="X">input</param>
/// <param name="Y">result</param>
public sealed record PoolRoutine(string IsaName, PoolTemplate Template, Layout X, Layout Y) : Routine
{
    // Windows of more taps are loops; so are all windows when the border cuts them in many ways.
    private const int MostUnrolled = 36, MostCuts = 9;

    private ElementType Type => X.Type;

    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture,
        $"{Template.Kind.ToString().ToLowerInvariant()}pool_{Template.Kernel[0]}x{Template.Kernel[1]}_s{Template.Strides[0]}{Template.Strides[1]}_{Y.Dims[1]}x{Y.Dims[2]}x{Y.Dims[3]}_{Text.Fingerprint.Of($"{IsaName}{Template}{X}{Y}"):x8}");

    /// <inheritdoc/>
    public override string Family => "pool";

    /// <inheritdoc/>
    public override string Summary => $"{Template.Kind} over windows {Template.Kernel} stride {Template.Strides} pads {Template.Pads}: {X.Dims} to {Y.Dims}.";

    /// <inheritdoc/>
    public override int Units => Y.Dims[0] * Y.Dims[1];

    /// <inheritdoc/>
    public override IReadOnlyList<RoutineParameter> Parameters => [RoutineParameter.Pointer("x", Type), RoutineParameter.Pointer("y", Type)];

    /// <inheritdoc/>
    public override void Emit(RoutineBuilder b)
    {
        if (!b.Isa.Supports(Type) && !(b.Isa.VectorBits > 0 && Type.IsByte()))
        {
            b.UseScalar(() => EmitRows(b));
            return;
        }
        b.HoistConstants(() => EmitRows(b));
    }

    private IReadOnlyList<WindowRange> Ranges(int axis) => WindowRange.Of(X.Dims[1 + axis], Y.Dims[1 + axis], Template.Kernel[axis], Template.Strides[axis],
        Template.Dilations[axis], Template.Pads[axis], Template.Pads[axis + 2], Template.Kind == PoolKind.AverageWithPads);

    private void EmitRows(RoutineBuilder b) => b.ForUnits("unit", unit =>
    {
        var row = Y.Dims[0] == 1 ? unit : b.Let("row", unit % Y.Dims[1]);
        Int image = Y.Dims[0] == 1 ? 0 : b.Let("image", unit / Y.Dims[1]);

        // Rows and columns above and left of the input have negative offsets that the first tap inside makes up for.
        var x = b.Let("xRow", b.Pointer("x") + image * X.Strides[0] + row * (Template.Strides[0] * X.Strides[1]) + -Template.Pads[0] * X.Strides[1]);
        var y = b.Let("yRow", b.Pointer("y") + image * Y.Strides[0] + row * Y.Strides[1]);
        if (Cuts > MostCuts && Template.Kind == PoolKind.Max)
        {
            CutAtRunTime(b, x, y, row);
            return;
        }
        var ranges = Ranges(0);
        void Rows(int i)
        {
            if (i == ranges.Count - 1)
                Columns(b, x, y, ranges[i]);
            else
                b.If(RoutineBuilder.Compare(row, "<=", ranges[i].Last), () => Columns(b, x, y, ranges[i]), () => Rows(i + 1));
        }
        Rows(0);
    });

    private int Cuts => Ranges(0).Count * Ranges(1).Count;

    private void CutAtRunTime(RoutineBuilder b, Ptr x, Ptr y, Int row)
    {
        (Int From, Int To) Taps(string name, int axis, Int position)
        {
            var start = Template.Pads[axis] - position * Template.Strides[axis];
            var dilation = Template.Dilations[axis];
            return (b.Let(name + "From", (Int.Max(start, 0) + (dilation - 1)) / dilation),
                b.Let(name + "To", Int.Min((start + (X.Dims[1 + axis] - 1 + dilation)) / dilation, Template.Kernel[axis])));
        }
        var lanes = b.Lanes(Type);
        var vertical = Taps("row", 0, row);
        b.For("column", 0, Y.Dims[2], column =>
        {
            var horizontal = Taps("column", 1, column);
            var from = b.Let("from0", x + column * (Template.Strides[1] * X.Strides[2]) + -Template.Pads[1] * X.Strides[2]);
            var to = b.Let("to0", y + column * Y.Strides[2]);
            void Window(Int channel, int count)
            {
                var acc = b.Variable("acc", b.Constant(Type, Type.Lowest(), "lowest"));
                b.For("kh", vertical.From, vertical.To, kh => b.For("kw", horizontal.From, horizontal.To, kw =>
                {
                    var at = b.Let("tap", from + kh * (Template.Dilations[0] * X.Strides[1]) + kw * (Template.Dilations[1] * X.Strides[2]) + channel);
                    b.Set(acc, VectorOp.Max, acc, b.LoadPartial(at, count, "x"));
                }));
                b.StorePartial(to + channel, acc, count);
            }
            b.For("channel", 0, Y.Dims[3] / lanes * lanes, lanes, channel => Window(channel, lanes));
            if (Y.Dims[3] % lanes is var rest and > 0)
                Window(Y.Dims[3] / lanes * lanes, rest);
        });
    }

    private void Columns(RoutineBuilder b, Ptr x, Ptr y, WindowRange rows)
    {
        var lanes = b.Lanes(Type);
        foreach (var columns in Ranges(1))
        {
            var taps = (rows.ToTap - rows.FromTap) * (columns.ToTap - columns.FromTap);
            if (lanes > 1 && taps is > 0 and <= MostUnrolled && Cuts <= MostCuts)
            {
                PoolTiles.Emit(b, this, x, y, rows, columns);
                continue;
            }
            b.For("column", columns.First, columns.Last + 1, column =>
            {
                var from = b.Let("from0", x + column * (Template.Strides[1] * X.Strides[2]) + -Template.Pads[1] * X.Strides[2]);
                var to = b.Let("to0", y + column * Y.Strides[2]);
                b.HoistConstants(() => b.For("channel", 0, Y.Dims[3] / lanes * lanes, lanes, c => Window(b, from + c, to + c, rows, columns, lanes)));
                if (Y.Dims[3] % lanes is var rest and > 0)
                    Window(b, from + Y.Dims[3] / lanes * lanes, to + Y.Dims[3] / lanes * lanes, rows, columns, rest);
            });
        }
    }

    private void Window(RoutineBuilder b, Ptr from, Ptr to, WindowRange rows, WindowRange columns, int count)
    {
        var isMax = Template.Kind == PoolKind.Max;
        var (stepY, stepX) = (Template.Dilations[0] * X.Strides[1], Template.Dilations[1] * X.Strides[2]);
        if (rows.ToTap == rows.FromTap || columns.ToTap == columns.FromTap)
        {
            b.StorePartial(to, b.Constant(Type, isMax ? Type.Lowest() : 0, "empty"), count);
            return;
        }
        Vec Tap(Int kh, Int kw) => b.LoadPartial(from + kh * stepY + kw * stepX, count, "x");
        var taps = (rows.ToTap - rows.FromTap) * (columns.ToTap - columns.FromTap);
        var acc = isMax ? b.Variable("acc", Tap(rows.FromTap, columns.FromTap)) : b.Zero(Type);
        void Use(Int kh, Int kw) => b.Set(acc, isMax ? VectorOp.Max : VectorOp.Add, acc, Tap(kh, kw));
        if (taps <= MostUnrolled && Cuts <= MostCuts)
        {
            for (var kh = rows.FromTap; kh < rows.ToTap; kh++)
            {
                for (var kw = columns.FromTap; kw < columns.ToTap; kw++)
                {
                    if (!isMax || kh > rows.FromTap || kw > columns.FromTap)
                        Use(kh, kw);
                }
            }
        }
        else
            b.For("kh", rows.FromTap, rows.ToTap, kh => b.For("kw", columns.FromTap, columns.ToTap, kw => Use(kh, kw)));
        b.StorePartial(to, isMax ? acc : b.Mul(acc, b.Constant(Type, 1.0 / (rows.Counted * columns.Counted), "scale"), "mean"), count);
    }
}
