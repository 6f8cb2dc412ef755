using CompileModel.IR;
using CompileModel.Quantization.Calibration;

namespace CompileModel.Quantization.Ranges;

/// <summary>The range whose grid has the least mean squared error: fewer numbers are clipped than rounding gains by the finer grid.</summary>
public sealed class ErrorEstimator : IRangeEstimator
{
    /// <summary>Parts of the full range that are tried, and how finely each end is tried alone afterwards.</summary>
    private const int Parts = 48, Refinements = 8;

    /// <inheritdoc/>
    public string Name => "mse";

    /// <inheritdoc/>
    public (double Low, double High) Estimate(TensorStatistics statistics)
    {
        var bins = statistics.Histogram.Bins.ToArray();
        var (least, most) = (Math.Min(statistics.Least, 0), Math.Max(statistics.Most, 0));
        var best = (Low: least, High: most);
        double error = Error(bins, best);
        for (int i = 1; i < Parts; i++) Try(least * (Parts - i) / Parts, most * (Parts - i) / Parts);
        for (int round = 0, step = 1; round < 2; round++, step = 2)
        {
            var (low, high) = best;
            for (int i = -Refinements; i <= Refinements; i++) Try(Math.Max(least, low + (least * i / (Parts * step))), high);
            (low, high) = best;
            for (int i = -Refinements; i <= Refinements; i++) Try(low, Math.Min(most, high + (most * i / (Parts * step))));
        }
        return best;

        void Try(double low, double high)
        {
            if (low > 0 || high < 0 || low == high || Error(bins, (low, high)) is var other && other >= error) return;
            (best, error) = ((low, high), other);
        }
    }

    private static double Error((double Centre, long Count)[] bins, (double Low, double High) range)
    {
        var grid = TensorGrid.Over(range.Low, range.High, ElementType.Int8);
        double sum = 0;
        foreach (var (centre, count) in bins)
        {
            double difference = centre - grid.Round(centre);
            sum += count * difference * difference;
        }
        return sum;
    }
}
