namespace CompileModel.Kernels.Winograd;

/// <summary>
/// The two transforms along one axis as straight-line arithmetic. Rows of a pair of points share their even and odd parts, so none of the matrices is
/// ever multiplied out. Results go to a sink as soon as they are known, which keeps few values live.
/// </summary>
public static class WinogradTransforms
{
    /// <summary>B^T x: a row of a tile to the values at the points 0, the pairs (plus first), the single one, and infinity unless the last value of the row is missing.</summary>
    public static void Input<T>(WinogradForm form, IArithmetic<T> math, IReadOnlyList<T> x, Action<int, T> sink)
    {
        var pairs = form.Pairs.Count;

        // Every polynomial but the single point's own has the factor (x - q): it is applied once, in front.
        var z = form.Single is { } q ? [.. Enumerable.Range(0, x.Count - 1).Select(k => math.MultiplyAdd(x[k + 1], x[k], -q))] : x;
        var all = Polynomial(form.Pairs);
        sink(0, Combine(math, all, z, 0));
        for (var i = 0; i < pairs; i++)
        {
            var others = Polynomial(form.Pairs.Where((_, j) => j != i));
            var (even, odd) = (Combine(math, others, z, 2), Combine(math, others, z, 1));
            sink(1 + 2 * i, math.MultiplyAdd(even, odd, form.Pairs[i]));
            sink(2 + 2 * i, math.MultiplyAdd(even, odd, -form.Pairs[i]));
        }
        if (form.Single is not null)
            sink(form.Tile - 2, Combine(math, all, x, 1));
        if (x.Count == form.Tile)
            sink(form.Tile - 1, Combine(math, all, z, 1));
    }

    /// <summary>A^T x: the values of a product at the points to its first <paramref name="count"/> of m results.</summary>
    public static void Output<T>(WinogradForm form, IArithmetic<T> math, IReadOnlyList<T> x, int count, Action<int, T> sink)
    {
        var pairs = form.Pairs.Count;
        var sums = new T[pairs];
        var differences = new T[pairs];
        for (var i = 0; i < pairs; i++)
        {
            sums[i] = math.Add(x[1 + 2 * i], x[2 + 2 * i]);
            differences[i] = math.Subtract(x[1 + 2 * i], x[2 + 2 * i]);
        }
        for (var k = 0; k < count; k++)
        {
            var parts = k % 2 == 0 ? sums : differences;
            var one = pairs == 0 ? x[1] : parts[0];
            var y = k > 0 ? one : math.Add(x[0], one);
            for (var i = 1; i < pairs; i++)
                y = math.MultiplyAdd(y, parts[i], Math.Pow(form.Pairs[i], k));
            if (form.Single is { } q && pairs > 0)
                y = math.MultiplyAdd(y, x[form.Tile - 2], Math.Pow(q, k));
            sink(k, k == form.Outputs - 1 ? math.MultiplyAdd(y, x[form.Tile - 1], form.PowerOfTwo) : y);
        }
    }

    /// <summary>B^T, a row for each point.</summary>
    public static double[][] InputMatrix(WinogradForm form)
    {
        var rows = Enumerable.Range(0, form.Tile).Select(_ => new double[form.Tile]).ToArray();
        for (var i = 0; i < form.Tile; i++)
        {
            var own = i;
            Input(form, Numbers.Instance, [.. Enumerable.Range(0, form.Tile).Select(j => j == own ? 1.0 : 0)], (point, factor) => rows[point][own] = factor);
        }
        return rows;
    }

    // The product of (y - p^2), lowest coefficient first; the highest is 1.
    private static double[] Polynomial(IEnumerable<double> pairs)
    {
        double[] result = [1];
        foreach (var p in pairs)
        {
            var next = new double[result.Length + 1];
            for (var i = 0; i < result.Length; i++)
            {
                next[i + 1] += result[i];
                next[i] -= p * p * result[i];
            }
            result = next;
        }
        return result;
    }

    // The sum of factors[j] * x[first + 2j]. The last factor is 1; one more of absolute value 1 saves a copy of that value.
    private static T Combine<T>(IArithmetic<T> math, double[] factors, IReadOnlyList<T> x, int first)
    {
        var last = factors.Length - 1;
        var sum = x[first + 2 * last];
        foreach (var j in Enumerable.Range(0, last).OrderBy(j => Math.Abs(factors[j]) == 1 ? 0 : 1))
            sum = math.MultiplyAdd(sum, x[first + 2 * j], factors[j]);
        return sum;
    }
}
