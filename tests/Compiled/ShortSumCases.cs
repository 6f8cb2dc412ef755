using CompileModel.IR;
using CompileModel.Kernels.Gemm;
using CompileModel.Targets;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Compiled;

/// <summary>
/// Convolutions whose weights are as large as sums of products in 16 bits let them be on a core that adds many, each column for its own number of products, and whose windows hold the
/// largest bytes with the signs of a column's weights or against them.
/// </summary>
internal static class ShortSumCases
{
    /// <summary>All cases for a target.</summary>
    public static IEnumerable<OperatorCase> Of(string target) =>
        from kernel in (int[][])[[1, 1], [2, 1], [3, 3], [2, 4]]
        from channels in (int[])[32, 48, 72, 96, 13]
        select new OperatorCase($"ShortSums_{kernel[0]}x{kernel[1]}_{channels}", b => Add(b, TargetProfiles.Load(target), kernel[0], kernel[1], channels));

    /// <summary>The weights of a shape, numbers of at most 1, that are as large as sums of so many units let them be.</summary>
    public static sbyte[] Largest(double[] shape, int run, int units)
    {
        sbyte[] Scaled(int largest) => [.. shape.Select(s => (sbyte)Math.Round(s * largest))];
        return Scaled(Enumerable.Range(1, 127).LastOrDefault(l => ShortSums.Fit(Scaled(l), run, units), 1));
    }

    private static void Add(OnnxModelBuilder b, TargetProfile target, int height, int width, int channels)
    {
        const int Columns = 24;
        int run = width * channels, depth = height * run, wanted = ShortSums.Wanted(target, run, height == 1);
        var data = new TestData(depth);
        sbyte[][] columns = [.. Enumerable.Range(0, Columns).Select(n => Weights(data, depth, run, n % 8 == 3 ? 4 : wanted))];

        // Window 2n holds the signs of column n, by which 127 and -128 come of quantisation, window 2n + 1 the others.
        int line = 2 * Columns * width;
        float Sign(int c, int y, int x) => (columns[x / width / 2][(y * run) + (x % width * channels) + c] >= 0) == (x / width % 2 == 0) ? 1 : -1;
        string signs = b.Constant([1, channels, height, line], [.. Enumerable.Range(0, channels * height * line).Select(i => Sign(i / line / height, i / line % height, i % line))]);
        string large = b.Node("Mul", [signs, b.Node("Add", [b.Node("Abs", [b.Input("x", 1, channels, height, line)]), b.Constant([], 9)])]);
        string x = b.Node("QuantizeLinear", [large, b.Constant([], 0.01f), Zero(b)]);
        string w = b.Constant(Tensors.Make(ElementType.Int8, Shape.Of(Columns, channels, height, width),
            i => columns[i / depth][(i / width % height * run) + (i % width * channels) + (i / width / height % channels)]), "w");
        string Real(string v) => b.Node("DequantizeLinear", [v, b.Constant([], 1), Zero(b)]);
        b.Output(b.Node("Conv", [Real(x), Real(w)], ("strides", new[] { height, width })));
    }

    // Large ones come in a few neighboring units, so that which of them one sum holds makes a difference.
    private static sbyte[] Weights(TestData data, int depth, int run, int units)
    {
        int period = data.Int(8, 24), first = data.Int(0, period - 1), count = data.Int(2, 4);
        double[] shape = [.. Enumerable.Range(0, depth).Select(k => data.Int(-1000, 1000) / ((k / 8 - first + period) % period < count ? 1e3 : 2e4))];
        return Largest(shape, run, units);
    }

    private static string Zero(OnnxModelBuilder b) => b.Constant(Tensors.Fill(ElementType.Int8, Shape.Scalar, 0), "zero");
}
