namespace CompileModel.Kernels.Winograd;

/// <summary>Whether all that a form of integers computes fits the integers that hold it: transformed values and weights always fit int16, sums over the channels fit int32 where the weights prove it.</summary>
internal static class IntegerRange
{
    /// <summary>Whether no sum of products leaves int32, for weights[k,k,C,M] and any image.</summary>
    /// <param name="form">of integers</param>
    /// <param name="weights">as they are</param>
    /// <param name="columns">M</param>
    /// <param name="least">the least value of the image, zero point subtracted, -255..0</param>
    /// <param name="greatest">the greatest value of the image, 0..255</param>
    public static bool Fits(WinogradForm form, ReadOnlySpan<sbyte> weights, int columns, int least, int greatest)
    {
        var values = Largest(form, least, greatest);
        var sums = WeightSums(form, weights, columns);
        for (var i = 0; i < sums.Length; i++)
        {
            if ((long)values[i / columns] * sums[i] > int.MaxValue)
                return false;
        }
        return true;
    }

    /// <summary>The largest magnitude of a transformed value at each place.</summary>
    public static int[] Largest(WinogradForm form, int least, int greatest)
    {
        var lines = WinogradTransforms.InputMatrix(form);
        return [.. Enumerable.Range(0, form.Places).Select(place =>
        {
            double[] factors = [.. lines[place / form.Tile].SelectMany(row => lines[place % form.Tile].Select(column => row * column))];
            return (int)Math.Max(-factors.Sum(f => Math.Min(f * least, f * greatest)), factors.Sum(f => Math.Max(f * least, f * greatest)));
        })];
    }

    // For each place and each column the sum of the magnitudes of the transformed weights of all channels.
    private static int[] WeightSums(WinogradForm form, ReadOnlySpan<sbyte> weights, int columns)
    {
        var (kernel, tile) = (form.Kernel, form.Tile);
        var pairs = weights.Length / (kernel * kernel);
        int[][] points = [.. Enumerable.Range(0, tile).Select(p => form.OfPoint(p).Select(f => (int)f).ToArray())];
        var (sums, rows) = (new int[form.Places * columns], new int[tile * kernel * columns]);
        for (var channel = 0; channel < pairs; channel += columns)
        {
            for (var i = 0; i < tile * kernel; i++)
            {
                var point = points[i / kernel];
                var to = rows.AsSpan(i * columns, columns);
                to.Clear();
                for (var k = 0; k < kernel; k++)
                {
                    var tap = weights.Slice((k * kernel + i % kernel) * pairs + channel, columns);
                    for (var n = 0; n < to.Length && point[k] != 0; n++)
                        to[n] += point[k] * tap[n];
                }
            }
            for (var place = 0; place < form.Places; place++)
            {
                var point = points[place % tile];
                var row = rows.AsSpan(place / tile * kernel * columns, kernel * columns);
                var to = sums.AsSpan(place * columns, columns);
                for (var n = 0; n < to.Length; n++)
                {
                    var sum = 0;
                    for (var l = 0; l < kernel; l++)
                        sum += point[l] * row[l * columns + n];
                    to[n] += Math.Abs(sum);
                }
            }
        }
        return sums;
    }
}
