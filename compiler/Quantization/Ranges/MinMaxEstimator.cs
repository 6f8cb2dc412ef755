using CompileModel.Quantization.Calibration;

namespace CompileModel.Quantization.Ranges;

/// <summary>Everything that occurred.</summary>
public sealed class MinMaxEstimator : IRangeEstimator
{
    /// <inheritdoc/>
    public string Name => "min-max";

    /// <inheritdoc/>
    public (double Low, double High) Estimate(TensorStatistics statistics) => (statistics.Least, statistics.Most);
}
