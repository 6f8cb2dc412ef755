using CompileModel.Quantization.Calibration;

namespace CompileModel.Quantization.Ranges;

/// <summary>Decides which numbers of a tensor its grid shall cover.</summary>
public interface IRangeEstimator
{
    /// <summary>The option's text for it.</summary>
    string Name { get; }

    /// <summary>The ends of the range; it need not hold 0.</summary>
    /// <param name="statistics">Of at least one sample; all numbers are finite.</param>
    (double Low, double High) Estimate(TensorStatistics statistics);
}
