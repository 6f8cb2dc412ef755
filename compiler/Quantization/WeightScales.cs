using CompileModel.Kernels.Gemm;

namespace CompileModel.Quantization;

/// <summary>
/// Chooses the scale of each output channel of weights: the one by which the largest becomes 127, or the step of a grid on which all weights lie already, where that is better. Models
/// that were trained for integers and converted back have such a grid; on it nothing is lost.
/// </summary>
internal static class WeightScales
{
    /// <summary>By how much scales may grow for short sums, and by how much they do at a time.</summary>
    private const float MostGrowth = 2.02f, LeastGrowth = 1.002f;

    /// <summary>How far weights may lie from their grid, in steps.</summary>
    private const double Tolerance = 0.02;

    /// <summary>The most numbers of a grid of 8 bits.</summary>
    private const int MostNumbers = 256;

    /// <summary>A scale for each channel; 0 where all its weights are.</summary>
    /// <param name="channels">The weights of each.</param>
    public static double[] Choose(IReadOnlyList<IReadOnlyList<float>> channels)
    {
        double step = Step(channels);
        return [.. channels.Select(c => c.Max(w => Math.Abs((double)w)) / 127 is var full && step > 0 && Error(c, step) < Error(c, full) ? step : full)];
    }

    /// <summary>
    /// The scale of a channel whose products are to be added in 16 bits: the least that lets so many be added, or fewer where weights would keep fewer than seven bits.
    /// </summary>
    /// <param name="weights">Of the channel, in the order of the input channels.</param>
    /// <param name="scale">The scale without that.</param>
    /// <param name="units">Units of weights whose products are to be added.</param>
    public static float ForShortSums(IReadOnlyList<float> weights, float scale, int units)
    {
        for (; units > 1; units = ShortSums.Fewer(units, weights.Count))
        {
            if (Grown(scale, s => ShortSums.Largest([.. weights.Select(w => WeightRounding.Nearest((double)w / s))], weights.Count, units)) is { } limited) return limited;
        }
        return scale;
    }

    /// <summary>The least scale by which sums fit 16 bits, or null where weights would keep fewer than seven bits.</summary>
    /// <param name="scale">The scale without that.</param>
    /// <param name="largestSum">The largest sum that weights of a scale can give.</param>
    public static float? Grown(float scale, Func<float, int> largestSum)
    {
        float grown = scale;
        while (grown <= scale * MostGrowth)
        {
            int largest = largestSum(grown);
            if (largest <= short.MaxValue) return grown;
            grown *= Math.Max((float)largest / short.MaxValue, LeastGrowth);
        }
        return null;
    }

    private static double Error(IReadOnlyList<float> weights, double scale)
    {
        double sum = 0;
        foreach (float w in weights)
        {
            double difference = scale == 0 ? w : w - (WeightRounding.Nearest(w / scale) * scale);
            sum += difference * difference;
        }
        return sum;
    }

    /// <summary>The step of the grid of 8 bits that holds 0 and all weights; 0 when there is none.</summary>
    private static double Step(IReadOnlyList<IReadOnlyList<float>> channels)
    {
        var distinct = new HashSet<float> { 0 };
        foreach (float w in channels.SelectMany(c => c))
            if (distinct.Add(w) && distinct.Count > MostNumbers) return 0;
        if (distinct.Count < 2) return 0;
        float[] values = [.. distinct.Order()];
        double width = (double)values[^1] - values[0], least = values.Zip(values.Skip(1), (a, b) => (double)b - a).Min(), steps = Math.Round(width / least);
        double step = width / steps;
        return steps < MostNumbers && values.All(v => Math.Abs((v / step) - Math.Round(v / step)) < Tolerance) ? step : 0;
    }
}
