using System.Globalization;
using CompileModel.Quantization.Calibration;

namespace CompileModel.Quantization.Ranges;

/// <summary>As much as leaves out the same small part of the numbers on either side.</summary>
/// <param name="percent">How many of 100 numbers lie below the upper end; above 50, at most 100.</param>
public sealed class PercentileEstimator(double percent) : IRangeEstimator
{
    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"percentile={percent}");

    /// <inheritdoc/>
    public (double Low, double High) Estimate(TensorStatistics statistics)
    {
        double left = statistics.Histogram.Total * (1 - (percent / 100));
        double low = Math.Max(statistics.Least, End(statistics.Histogram.Bins, left)), high = Math.Min(statistics.Most, End(statistics.Histogram.Bins.Reverse(), left));
        return (low, high);
    }

    /// <summary>The first bin, from outside, that does not belong to the part that is left out; 0 when only zeros remain.</summary>
    private static double End(IEnumerable<(double Centre, long Count)> bins, double left)
    {
        double side = 0;
        foreach (var (centre, count) in bins)
        {
            if (side != 0 && Math.Sign(centre) != side) return 0;
            (side, left) = (Math.Sign(centre), left - count);
            if (left < 0) return centre;
        }
        return 0;
    }
}
