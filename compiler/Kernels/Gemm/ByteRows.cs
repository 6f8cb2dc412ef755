using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;

namespace CompileModel.Kernels.Gemm;

/// <summary>The end of a tile whose results or further epilogue operands are bytes: its rows by groups of vectors of sums that fill one vector of bytes.</summary>
/// <param name="b">where it is written</param>
/// <param name="tile">the tile</param>
/// <param name="c">the first row of results; moves</param>
/// <param name="extras">the further operands; those of rows move</param>
internal sealed class ByteRows(RoutineBuilder b, GemmTile tile, Ptr c, Ptr[] extras)
{
    private const int Group = 4;

    // By further operand the zero point that is subtracted when it is loaded, which costs nothing.
    private readonly float[] _zeros = [.. extras.Select((_, e) => b.Isa.HasWideProducts ? Zero(tile, e) : 0)];

    private readonly ByteResult _result = new(b, b.Isa.HasWideProducts ? Centered(tile) : tile.Epilogue, tile.Types.Sums);

    private int Columns => (tile.Vectors - 1) * tile.Lanes + tile.LastLanes;

    /// <summary>Writes the epilogue of all sums and stores the results.</summary>
    /// <param name="all">writes the sums, once what all rows share is loaded</param>
    public void Store(Func<Vec[][]> all)
    {
        _result.LoadConstants();
        if (tile.Types.Sums.HasPlainDivisor)
            _result.DivideBy(Load(ByteResult.Divisor(tile.Epilogue) - 1, 0)[0]);
        int[] groups = [.. Enumerable.Range(0, (tile.Vectors + Group - 1) / Group).Select(g => g * Group)];
        var same = extras.Select((_, e) => tile.IsRow(e) ? null : groups.Select(first => Load(e, first)).ToArray()).ToArray();
        var sums = all();
        if (tile.Vectors == 1 && tile.LastLanes == tile.Lanes && c.Type.IsByte() && b.Isa.HasWideProducts)
        {
            StorePairs(sums, [.. same.Select(s => s?[0][0])]);
            return;
        }
        for (var r = 0; r < tile.Rows; r++)
        {
            foreach (var first in groups)
            {
                var others = extras.Select((_, e) => same[e]?[first / Group] ?? Load(e, first)).ToArray();
                IReadOnlyList<Vec>[] operands = [.. sums[r].Skip(first).Take(Group).Select((sum, v) => (IReadOnlyList<Vec>)[sum, .. others.Select(o => o[v])])];
                _result.Store(c + first * tile.Lanes, Count(first), operands);
            }
            if (r + 1 < tile.Rows)
                tile.NextRow(b, c, extras);
        }
    }

    // Four bytes of each row: those of two rows are packed together.
    private void StorePairs(Vec[][] sums, Vec?[] same)
    {
        foreach (var rows in Enumerable.Range(0, tile.Rows).Chunk(2))
        {
            var operands = new List<IReadOnlyList<Vec>>();
            foreach (var r in rows)
            {
                operands.Add([sums[r][0], .. extras.Select((_, e) => same[e] ?? Load(e, 0)[0])]);
                if (r + 1 < tile.Rows)
                    tile.NextExtras(b, extras);
            }
            var bytes = _result.Bytes(operands, c.Type);
            foreach (var r in rows)
            {
                b.StoreQuarter(c, bytes, r - rows[0]);
                if (r + 1 < tile.Rows)
                    b.Advance(c, RoutineBuilder.Integer("ldc"));
            }
        }
    }

    // The vectors of an operand for a group, from its vector `first` on.
    private IReadOnlyList<Vec> Load(int e, int first)
    {
        var name = GemmTile.ExtraName(e) + "v";
        return (ExtraKind)tile.Extras[e] is ExtraKind.Scalar or ExtraKind.RowScalar
            ? [.. Enumerable.Repeat(WideVectors.LoadBroadcast(b, extras[e], name), Math.Min(Group, tile.Vectors - first))]
            : _zeros[e] != 0 ? b.LoadBytesMinus(extras[e] + first * tile.Lanes, Count(first), b.Constant(ElementType.Int8, _zeros[e], "center"))
            : WideVectors.Load(b, extras[e] + first * tile.Lanes, Count(first), name);
    }

    // The zero point of an operand of int8 that is dequantised and nothing else, or 0.
    private static float Zero(GemmTile tile, int e)
    {
        if (tile.Types.Extra(e) != ElementType.Int8 || (ExtraKind)tile.Extras[e] is ExtraKind.Scalar or ExtraKind.RowScalar)
            return 0;
        var zeros = tile.Epilogue.Steps.Where(s => s.Args.Contains(e + 1)).Select(s => s.Operator is Dequantize d && s.Args[1] != e + 1 ? d.Zero : 0).Distinct().ToArray();
        return zeros is [>= sbyte.MinValue and <= sbyte.MaxValue] ? zeros[0] : 0;
    }

    private static Expression Centered(GemmTile tile)
    {
        Step Step(Step s) => s.Operator is Dequantize && s.Args[0] is var a && a > 0 && a <= tile.Extras.Count && Zero(tile, a - 1) != 0 ? new(new Dequantize(0), s.Args) : s;
        return tile.Epilogue with { Steps = [.. tile.Epilogue.Steps.Select(Step)] };
    }

    private int Count(int first) => Math.Min(Group * tile.Lanes, Columns - first * tile.Lanes);
}
