using CompileModel.Quantization.Calibration;

namespace CompileModel.Quantization.Ranges;

/// <summary>
/// The range whose 256 numbers lose the least information: the Kullback-Leibler divergence of the distribution with what lies outside at the ends, from the same distribution spread
/// evenly over each step of the grid (Migacz, "8-bit inference with TensorRT", 2017), for ranges that need not be symmetric.
/// </summary>
public sealed class EntropyEstimator : IRangeEstimator
{
    /// <summary>Bins of the distribution over the full range, ranges that are tried, and steps of the grid.</summary>
    private const int Bins = 2048, Tries = 64, Steps = 256;

    /// <inheritdoc/>
    public string Name => "entropy";

    /// <inheritdoc/>
    public (double Low, double High) Estimate(TensorStatistics statistics)
    {
        var (least, most) = (Math.Min(statistics.Least, 0), Math.Max(statistics.Most, 0));
        double size = Math.Max(-least, most), width = (most - least) / Bins;
        if (size == 0) return (least, most);
        double[] all = new double[Bins];
        foreach (var (centre, count) in statistics.Histogram.Bins) all[Math.Clamp((int)((centre - least) / width), 0, Bins - 1)] += count;
        var best = (Low: least, High: most);
        double loss = double.PositiveInfinity;
        for (int i = Tries; i >= Tries / 4; i--)
        {
            double end = size * i / Tries;
            var range = (Low: Math.Max(least, -end), High: Math.Min(most, end));
            int from = (int)((range.Low - least) / width), to = Math.Min(Bins, (int)Math.Ceiling((range.High - least) / width));
            if (to - from < Steps || Divergence(all, from, to) is var other && other >= loss) continue;
            (best, loss) = (range, other);
        }
        return best;
    }

    private static double Divergence(double[] all, int from, int to)
    {
        int n = to - from;
        double[] p = all[from..to], q = new double[n];
        for (int step = 0; step < Steps; step++)
        {
            int a = step * n / Steps, b = (step + 1) * n / Steps, held = 0;
            double sum = 0;
            for (int i = a; i < b; i++) (sum, held) = (sum + p[i], held + (p[i] > 0 ? 1 : 0));
            for (int i = a; i < b; i++)
                if (p[i] > 0) q[i] = sum / held;
        }
        p[0] += all[..from].Sum();
        p[^1] += all[to..].Sum();
        double total = p.Sum(), spread = q.Sum(), result = 0;
        if (spread == 0) return double.PositiveInfinity;
        for (int i = 0; i < n; i++)
            if (p[i] > 0) result += p[i] / total * Math.Log(p[i] / total / Math.Max(q[i] / spread, Least));
        return result;
    }

    /// <summary>What the grid is taken to hold where it holds nothing.</summary>
    private const double Least = 1e-9;
}
