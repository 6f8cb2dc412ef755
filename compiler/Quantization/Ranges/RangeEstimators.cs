using System.Globalization;
using CompileModel.Diagnostics;

namespace CompileModel.Quantization.Ranges;

/// <summary>The range estimators by the names that options use.</summary>
public static class RangeEstimators
{
    /// <summary>What <c>percentile</c> means without a number: one in ten thousand numbers on each side is clipped.</summary>
    public const double DefaultPercentile = 99.99;

    /// <summary>What is taken when none is named.</summary>
    public const string Default = "mse";

    /// <summary>All texts that <see cref="Parse"/> takes.</summary>
    public const string Names = "min-max|average|percentile[=P]|entropy|mse";

    /// <summary>The estimator that a text names.</summary>
    /// <exception cref="CompilationException">CM5001: there is none.</exception>
    public static IRangeEstimator Parse(string text) => text switch
    {
        "min-max" => new MinMaxEstimator(),
        "average" => new AverageEstimator(),
        "percentile" => new PercentileEstimator(DefaultPercentile),
        "entropy" => new EntropyEstimator(),
        "mse" => new ErrorEstimator(),
        _ when text.StartsWith("percentile=", StringComparison.Ordinal) && double.TryParse(text["percentile=".Length..], NumberStyles.Float, CultureInfo.InvariantCulture, out double p) && p is > 50 and <= 100 => new PercentileEstimator(p),
        _ => throw new CompilationException(DiagnosticCodes.BadOption, $"there is no range estimator '{text}'", hint: $"{Names}; P is above 50 and at most 100"),
    };
}
