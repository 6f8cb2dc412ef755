using CompileModel.Quantization.Calibration;
using CompileModel.Quantization.Ranges;

namespace CompileModel.Quantization;

/// <summary>What calibration found about one tensor.</summary>
/// <param name="Low">Lower end of the range to be represented; at most 0.</param>
/// <param name="High">Upper end; at least 0.</param>
/// <param name="Least">Smallest number that occurred.</param>
/// <param name="Most">Largest number that occurred.</param>
/// <param name="Means">Mean by channel (axis 1 of feature maps, the last axis of anything else); empty when it was not asked for.</param>
public sealed record TensorRange(double Low, double High, double Least, double Most, IReadOnlyList<float> Means)
{
    /// <summary>The range that an estimator chooses; not finite when a number was not.</summary>
    public static TensorRange Of(TensorStatistics statistics, IRangeEstimator estimator)
    {
        var (low, high) = double.IsFinite(statistics.Most - statistics.Least) ? estimator.Estimate(statistics) : (statistics.Least, statistics.Most);
        return new(Math.Min(low, 0), Math.Max(high, 0), statistics.Least, statistics.Most, statistics.Means);
    }
}
