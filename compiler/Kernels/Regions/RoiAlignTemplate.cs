using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Regions;

/// <summary>
/// Regions of an NHWC image sampled to one size. A unit is a row of cells of a region; the places and weights of a sample are computed once for up to
/// <see cref="MostVectors"/> vectors of channels.
/// </summary>
/// <param name="Op">The operator.</param>
/// <param name="Type">Element type.</param>
public sealed record RoiAlignTemplate(RoiAlignNhwc Op, ElementType Type) : KernelTemplate
{
    private const int MostVectors = 4;

    /// <inheritdoc/>
    public override string Family => "regions";

    /// <inheritdoc/>
    public override string? ScalarReason => Type == ElementType.Float32 ? null : $"elements of type {Type.ShortName()}";

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => operand == 0;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs) =>
        new LoopRoutine(this, "roi_align", $"RoiAlign ({Op.Mode}) of {inputs[0].Type.ShortName()}{inputs[0].Dims}.", inputs, outputs, outputs[0].Dims[0] * Op.Height,
            b => b.UseIsa(IsVector ? Isa.ForProfile(target.Isas) : ScalarIsa.Instance, () => b.HoistConstants(() => b.ForUnits("u", u => Row(b, new(b, Type), inputs, outputs[0], u)))));

    private void Row(RoutineBuilder b, RegionScalars s, IReadOnlyList<Layout> inputs, Layout output, Int unit)
    {
        var x = inputs[0];
        var r = b.Let("r", unit / Op.Height);
        var line = s.Float(b.Let("line", unit - r * Op.Height), "line");
        var region = b.Let("region", b.Pointer("in1") + r * 4);
        var image = b.Let("image", b.Pointer("in0") + Indexing.Indexes.Load(b, b.Pointer("in2") + r, x.Dims[0]) * x.Strides[0]);
        Vec Side(int i) => s.Apply(VectorOp.Subtract, s.Apply(VectorOp.Multiply, s.Load(region + i, "side"), s.Number(Op.Scale), "side"), s.Number(Op.HalfPixel ? 0.5 : 0), "side");
        Vec Extent(Vec from, Vec to, int cells)
        {
            var extent = s.Apply(VectorOp.Subtract, to, from, "extent");
            if (!Op.HalfPixel) extent = s.Apply(VectorOp.Max, s.Number(1), extent, "extent");
            return s.Apply(VectorOp.Divide, extent, s.Number(cells), "cell");
        }
        Vec left = Side(0), top = Side(1), tall = Extent(top, Side(3), Op.Height), wide = Extent(left, Side(2), Op.Width);
        Int down = Count(tall), across = Count(wide);
        Vec downs = s.Float(down, "downs"), acrosses = s.Float(across, "acrosses");
        var share = s.Everywhere(s.Apply(VectorOp.Divide, s.Number(1), s.Apply(VectorOp.Max, s.Number(1), s.Apply(VectorOp.Multiply, downs, acrosses, "samples"), "samples"), "share"), "share");
        b.For("column", 0, Op.Width, column =>
        {
            var to = b.Let("to", b.Pointer("out0") + (unit * (Op.Width * x.Dims[3]) + column * x.Dims[3]));
            int lanes = b.Lanes(Type), block = lanes * MostVectors, whole = x.Dims[3] / block * block;
            b.For("c", 0, whole, block, c => Block(c, block));
            if (whole < x.Dims[3]) b.Scope(() => Block(whole, x.Dims[3] - whole));

            void Block(Int first, int count)
            {
                var sums = Enumerable.Range(0, (count + lanes - 1) / lanes).Select(_ => b.Zero(Type, "sum")).ToArray();
                if (Op.Mode == RoiMode.Max)
                {
                    var least = b.Constant(Type, double.NegativeInfinity);
                    b.IfLess(0, down * across, () => { foreach (var sum in sums) b.Set(sum, least); });
                }
                b.For("y", 0, down, y =>
                {
                    var vertical = Between(Place(top, line, y, downs, tall), x.Dims[1]);
                    b.For("x", 0, across, i =>
                    {
                        var horizontal = Between(Place(left, s.Float(column, "column"), i, acrosses, wide), x.Dims[2]);
                        Sample(vertical, horizontal, first, count, sums);
                    });
                });
                for (int v = 0; v < sums.Length; v++)
                    b.StorePartial(to + (first + v * lanes), Op.Mode == RoiMode.Max ? sums[v] : b.Mul(sums[v], share, "mean"), Math.Min(lanes, count - v * lanes));
            }
        });

        Int Count(Vec cell)
        {
            if (Op.Samples > 0) return Op.Samples;
            // The order of operands makes a NaN the lower bound.
            var bounded = s.Apply(VectorOp.Min, s.Number(RoiAlignNhwc.MostSamples), s.Apply(VectorOp.Max, s.Number(0), s.Apply(VectorOp.Ceiling, cell, "count"), "count"), "count");
            return s.Integer(bounded, "count");
        }

        // start + (cell + (sample + 0.5) / samples) * size
        Vec Place(Vec start, Vec cell, Int sample, Vec samples, Vec size)
        {
            var inside = s.Apply(VectorOp.Divide, s.Apply(VectorOp.Add, s.Float(sample, "sample"), s.Number(0.5), "sample"), samples, "sample");
            return s.Apply(VectorOp.Add, start, s.Apply(VectorOp.Multiply, s.Apply(VectorOp.Add, cell, inside, "at"), size, "at"), "at");
        }

        // Elements around a place and their weights, both 0 outside of the image.
        (Int Low, Int High, Vec First, Vec Second) Between(Vec place, int extent)
        {
            var isInside = s.Apply(VectorOp.And, s.Apply(VectorOp.GreaterOrEqual, place, s.Number(-1), "isInside"), s.Apply(VectorOp.LessOrEqual, place, s.Number(extent), "isInside"), "isInside");
            var at = s.Select(isInside, s.Apply(VectorOp.Max, s.Number(0), place, "at"), s.Number(0), "at");
            at = s.Apply(VectorOp.Min, at, s.Number(extent - 1), "at");
            var low = s.Integer(at, "low");
            var second = s.Apply(VectorOp.Subtract, at, s.Float(low, "whole"), "part");
            Vec Weight(Vec w) => s.Select(isInside, w, s.Number(0), "weight");
            return (low, b.Let("high", Int.Min(low + 1, extent - 1)), Weight(s.Apply(VectorOp.Subtract, s.Number(1), second, "rest")), Weight(second));
        }

        void Sample((Int Low, Int High, Vec First, Vec Second) rows, (Int Low, Int High, Vec First, Vec Second) columns, Int first, int count, Vec[] sums)
        {
            int lanes = b.Lanes(Type);
            foreach (var (row, rowWeight) in new[] { (rows.Low, rows.First), (rows.High, rows.Second) })
            {
                foreach (var (column, columnWeight) in new[] { (columns.Low, columns.First), (columns.High, columns.Second) })
                {
                    var from = b.Let("from", image + (row * x.Strides[1] + column * x.Strides[2] + first));
                    var weight = s.Everywhere(s.Apply(VectorOp.Multiply, rowWeight, columnWeight, "weight"), "weight");
                    for (int v = 0; v < sums.Length; v++)
                    {
                        var value = b.LoadPartial(from + v * lanes, Math.Min(lanes, count - v * lanes), "v");
                        if (Op.Mode == RoiMode.Average) b.FmaInto(sums[v], value, weight);
                        else b.Set(sums[v], VectorOp.Max, sums[v], b.Mul(value, weight, "part"));
                    }
                }
            }
        }
    }
}
