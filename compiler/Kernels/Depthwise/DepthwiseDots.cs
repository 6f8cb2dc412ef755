using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Isas;

namespace CompileModel.Kernels.Depthwise;

/// <summary>
/// How columns of inputs and of a filter are multiplied for a group of channels. On NEON a lane of 32 bits holds four rows of a channel (SDOT), on x86 two rows as 16-bit integers (VPMADDWD),
/// so that a column has two parts there.
/// </summary>
/// <param name="b">where it is written</param>
/// <param name="count">channels of the group that exist</param>
internal sealed class DepthwiseDots(RoutineBuilder b, int count)
{
    private readonly bool _hasQuads = HasQuads(b.Isa);

    /// <summary>Rows that a column has at most.</summary>
    public const int Rows = 4;

    /// <summary>Vectors of sums.</summary>
    public int Vectors => (count + b.Lanes(ElementType.Int32) - 1) / b.Lanes(ElementType.Int32);

    /// <summary>Channels that are computed together.</summary>
    public static int Group(Isa isa) => HasQuads(isa) ? 2 * isa.Lanes(ElementType.Int32) : isa.Lanes(ElementType.Int32);

    /// <summary>Whether the weights of a second output row, whose inputs lie so many rows lower, can be made of those of the first.</summary>
    public static bool CanShift(Isa isa, int rows) => HasQuads(isa) || rows == 1;

    /// <summary>Weights [KH,KW,C] as lanes [groups of channels, KW, parts, channel of the group]: rows of the filter from the lowest bits on.</summary>
    public static Tensor Pack(Isa isa, Ints kernel, int channels, Func<int, int> weight)
    {
        var (group, parts, rows) = (Group(isa), Parts(isa, kernel[0]), HasQuads(isa) ? Rows : Rows / 2);
        var groups = (channels + group - 1) / group;
        var lanes = new int[groups * kernel[1] * parts * group];
        for (var i = 0; i < lanes.Length; i++)
        {
            var (channel, part, column) = (i / group / parts / kernel[1] * group + i % group, i / group % parts, i / group / parts % kernel[1]);
            for (var row = part * rows; row < Math.Min(part * rows + rows, kernel[0]) && channel < channels; row++)
            {
                var w = weight((row * kernel[1] + column) * channels + channel);
                lanes[i] |= (rows == Rows ? (byte)w : (ushort)w) << (32 / rows * (row % rows));
            }
        }
        return Tensor.From<int>(ElementType.Int32, Shape.Of(groups, kernel[1], parts, group), lanes);
    }

    /// <summary>Lanes of weights that a channel has for a column.</summary>
    public static int Parts(Isa isa, int kernelRows) => HasQuads(isa) ? 1 : (kernelRows + 1) / 2;

    /// <summary>The weights of a column for the first output row.</summary>
    public Vec[] Weights(Ptr w, int kernelRows, string name)
        => [.. Enumerable.Range(0, _hasQuads ? Vectors : Parts(b.Isa, kernelRows)).Select(v => b.Load(w + v * b.Lanes(ElementType.Int32), name))];

    /// <summary>The weights of a column for an output row whose inputs lie so many rows lower.</summary>
    public Vec[] Shifted(Vec[] weights, int rows, string name)
    {
        if (_hasQuads)
            return [.. weights.Select(w => b.ShiftLeft(w, 8 * rows, name))];
        var first = b.ShiftLeft(weights[0], 16, name);
        var second = b.ShiftRight(weights[0], 16, false, name);
        return [first, weights.Length == 1 ? second : b.Apply(VectorOp.Or, second, b.ShiftLeft(weights[1], 16, name), name)];
    }

    /// <summary>A column of inputs, whose rows the pointers say; rows that no weight is for repeat the last one. Assigned to <paramref name="into"/> if that is there.</summary>
    public Vec[] Column(Ptr[] rows, string name, Vec[]? into)
    {
        if (!_hasQuads)
        {
            Vec[] parts = [.. rows.Chunk(2).Select(pair => b.LoadPairs(pair[0], pair[^1], count, name))];
            for (var v = 0; v < into?.Length; v++)
                b.Set(into[v], parts[v]);
            return into ?? parts;
        }
        Vec[] x = [.. rows.Select(p => count == Group(b.Isa) ? b.LoadLow(p, "x") : b.LoadPartial(p, count, "x"))];
        Vec Pair(int row) => b.Interleave(x[Math.Min(row, x.Length - 1)], x[Math.Min(row + 1, x.Length - 1)], 1, false, "pair");
        Vec[] pairs = [Pair(0), Pair(2)];
        for (var v = 0; v < into?.Length; v++)
            b.SetInterleaved(into[v], pairs[0], pairs[1], 2, v == 1);
        return into ?? [.. Enumerable.Range(0, Vectors).Select(v => b.Interleave(pairs[0], pairs[1], 2, v == 1, name))];
    }

    /// <summary>Adds the products of a column to the sums of each output row.</summary>
    public void Add(Vec[][] sums, Vec[] column, Vec[][] weights)
    {
        if (_hasQuads)
        {
            for (var r = 0; r < sums.Length; r++)
            {
                for (var v = 0; v < Vectors; v++)
                    b.DotInto(sums[r][v], column[v], weights[r][v]);
            }
            return;
        }
        for (var part = 0; part < column.Length; part++)
        {
            Vec[] products = [.. weights.Where(w => part < w.Length).Select(w => b.MultiplyPairs(column[part], w[part], "t"))];
            for (var i = 0; i < products.Length; i++)
                b.Set(sums[sums.Length - products.Length + i][0], VectorOp.Add, sums[sums.Length - products.Length + i][0], products[i]);
        }
    }

    private static bool HasQuads(Isa isa) => isa.HasLaneFma;
}
