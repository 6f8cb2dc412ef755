using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Tiling;

namespace CompileModel.Kernels.Depthwise;

/// <summary>All positions of one or two output rows for a group of channels, by passes of some positions; what a pass has of the columns that the next one needs too stays in registers.</summary>
/// <param name="b">where it is written</param>
/// <param name="template">the convolution</param>
/// <param name="inputs">x, w, bias, operands of the epilogue</param>
/// <param name="c">the result</param>
/// <param name="rows">output rows</param>
/// <param name="count">channels of the group that exist</param>
/// <param name="scalars">for each operand of the epilogue its one value, if it has only one</param>
internal sealed class DepthwiseDotStrip(RoutineBuilder b, DepthwiseDotsTemplate template, IReadOnlyList<Layout> inputs, Layout c, int rows, int count, Vec?[] scalars)
{
    // Positions of a pass; registers for constants and factors of the epilogue.
    private const int MostPositions = 7, Constants = 3;

    private const int FirstExtra = DepthwiseDotsTemplate.FirstExtra;

    private readonly ByteResult _result = new(b, template.Epilogue, template.Sums);
    private readonly DepthwiseDots _dots = new(b, count);
    private Ptr[] _x = [], _extras = [];
    private Ptr _bias, _c;
    private Vec[][][] _weights = [];
    private IReadOnlyList<Vec>?[] _factors = [];

    private int Width => template.Kernel[1];

    private int Step => template.Strides[1];

    // Columns that neighboring positions share.
    private int Shared => Math.Max(0, Width - Step);

    /// <summary>Whether an operand of the epilogue differs from position to position.</summary>
    public static bool IsPosition(Layout extra, Layout result) => ExtraOperands.RowStrides(extra, result).Any(s => s != 0);

    /// <summary>Writes it for the channels from <paramref name="channel"/> on of the rows from <paramref name="row"/> on.</summary>
    public void Emit(Int image, Int row, Int channel)
    {
        var x = inputs[0];
        var first = b.Pointer("in0") + image * x.Strides[0] + row * (x.Strides[1] * template.Strides[0]) + channel;
        _x = [.. Enumerable.Range(0, (rows - 1) * template.Strides[0] + template.Kernel[0]).Select(r => b.Let(DepthwiseRoutine.Numbered("x", r), first + r * x.Strides[1]))];
        _bias = b.Let("start", b.Pointer("in2") + channel);
        _c = b.Let("cAt", b.Pointer("out0") + image * c.Strides[0] + row * c.Strides[1] + channel);
        _extras = [.. inputs.Skip(FirstExtra).Select((e, i) =>
        {
            var (strides, name) = (ExtraOperands.RowStrides(e, c), DepthwiseRoutine.Numbered("in", FirstExtra + i));
            return scalars[i] is null ? b.Let(name + "At", b.Pointer(name) + image * strides[0] + row * strides[1] + (ExtraOperands.IsVector(e) ? channel : 0)) : default;
        })];
        _factors = [.. _extras.Select((p, i) => scalars[i] is { } s ? [.. Enumerable.Repeat(s, _dots.Vectors)] : IsPosition(inputs[FirstExtra + i], c) ? null : WideVectors.Load(b, p, count, "factor"))];
        Weights(b.Let("filter", b.Pointer("in1") + channel * (Width * DepthwiseDots.Parts(b.Isa, template.Kernel[0]))));
        var tiles = TileModel.Cover(c.Dims[2], MostPositions, 1);
        var kept = Enumerable.Range(0, Shared).Select(column => Column(column, DepthwiseRoutine.Numbered("column", column), null)).ToArray();
        b.Repeat("tiles", tiles.BigTiles, () => Pass(tiles.Rows, kept, tiles.Tiles > 1));
        b.Repeat("rest", tiles.Tiles - tiles.BigTiles, () => Pass(tiles.Rows - 1, kept, true));
    }

    // By row, column of the filter.
    private void Weights(Ptr w)
    {
        var ofColumn = DepthwiseDots.Group(b.Isa) * DepthwiseDots.Parts(b.Isa, template.Kernel[0]);
        Vec[][] first = [.. Enumerable.Range(0, Width).Select(column => _dots.Weights(w + column * ofColumn, template.Kernel[0], DepthwiseRoutine.Numbered("w", column)))];
        _weights = [.. Enumerable.Range(0, rows).Select(r => r == 0 ? first : [.. first.Select((of, column) => _dots.Shifted(of, r * template.Strides[0], DepthwiseRoutine.Numbered("w", column)))])];
    }

    private void Pass(int positions, Vec[][] kept, bool keeps)
    {
        b.Scheduled(b.Target.VectorRegisters - Constants - rows * Width * _dots.Vectors, splitLoads: false, () =>
        {
            var columns = kept.ToList();
            for (var p = 0; p < positions; p++)
            {
                for (var column = p * Step; column < p * Step + Width; column++)
                {
                    while (columns.Count <= column)
                        columns.Add([]);
                    if (columns[column].Length == 0)
                        columns[column] = Column(column, "column", keeps && column >= positions * Step ? kept[column - positions * Step] : null);
                }
                Position(p, [.. columns.Skip(p * Step).Take(Width)]);
            }
            foreach (var p in _x)
                b.Advance(p, positions * Step * inputs[0].Strides[2]);
            for (var i = 0; i < _extras.Length; i++)
            {
                if (_factors[i] is null)
                    b.Advance(_extras[i], positions * ExtraOperands.RowStrides(inputs[FirstExtra + i], c)[2]);
            }
            b.Advance(_c, positions * c.Strides[2]);
        });
    }

    private Vec[] Column(int column, string name, Vec[]? into) => _dots.Column([.. _x.Select(p => p + column * inputs[0].Strides[2])], name, into);

    private void Position(int position, Vec[][] columns)
    {
        var lanes = b.Lanes(ElementType.Int32);
        var sums = Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, _dots.Vectors).Select(v => b.Load(_bias + v * lanes, "acc")).ToArray()).ToArray();
        for (var column = 0; column < Width; column++)
            _dots.Add(sums, columns[column], [.. _weights.Select(of => of[column])]);
        for (var r = 0; r < rows; r++)
        {
            var others = _extras.Select((p, i) => _factors[i] ?? Extra(i, p, position, r)).ToArray();
            _result.Store(_c + (r * c.Strides[1] + position * c.Strides[2]), count, [.. sums[r].Select((s, v) => (IReadOnlyList<Vec>)[s, .. others.Select(o => o[v])])]);
        }
    }

    private IReadOnlyList<Vec> Extra(int i, Ptr p, int position, int r)
    {
        var strides = ExtraOperands.RowStrides(inputs[FirstExtra + i], c);
        var at = p + (r * strides[1] + position * strides[2]);
        return ExtraOperands.IsVector(inputs[FirstExtra + i]) ? WideVectors.Load(b, at, count, "extra") : [.. Enumerable.Repeat(WideVectors.LoadBroadcast(b, at, "extra"), _dots.Vectors)];
    }
}
