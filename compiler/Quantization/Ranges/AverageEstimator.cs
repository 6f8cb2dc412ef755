using CompileModel.Quantization.Calibration;

namespace CompileModel.Quantization.Ranges;

/// <summary>The mean of the samples' smallest numbers to the mean of their largest: one odd sample counts little.</summary>
public sealed class AverageEstimator : IRangeEstimator
{
    /// <inheritdoc/>
    public string Name => "average";

    /// <inheritdoc/>
    public (double Low, double High) Estimate(TensorStatistics statistics) => (statistics.AverageLeast, statistics.AverageMost);
}
