using CompileModel.IR;
using CompileModel.Quantization.Ranges;
using CompileModel.Quantization.Samples;

namespace CompileModel.Cli.Quantizing;

/// <summary>How a model is quantised.</summary>
/// <param name="Samples">Files and folders; at least one unless ranges are read.</param>
/// <param name="Preprocessing">From pictures to tensors; null for the default.</param>
/// <param name="Estimator">Chooses ranges.</param>
/// <param name="Export">Where the quantised model is written, or null.</param>
internal sealed record QuantizeRequest(IReadOnlyList<string> Samples, Preprocessing? Preprocessing, IRangeEstimator Estimator, string? Export)
{
    /// <summary>A file with ranges in the place of samples, or null.</summary>
    public string? RangesFrom { get; init; }

    /// <summary>Where the ranges are written, or null.</summary>
    public string? SaveRanges { get; init; }

    /// <summary>Int8 or UInt8: element type of quantised activations.</summary>
    public ElementType Activations { get; init; } = ElementType.Int8;

    /// <summary>Patterns of the names of products that stay float32.</summary>
    public IReadOnlyList<string> KeptFloats { get; init; } = [];

    /// <summary>Whether products for which the target is predicted to be faster in float32 stay float32.</summary>
    public bool IsFastest { get; init; } = true;

    /// <summary>What may be lost.</summary>
    public Bounds Bounds { get; init; } = new(null, null, null, []);

    /// <summary>Whether a report is made.</summary>
    public bool HasReport { get; init; }

    /// <summary>Whether the target plays a part: it does not where programs are not wanted.</summary>
    public bool HasTarget { get; init; } = true;

    /// <summary>Files that take the report.</summary>
    public IReadOnlyList<string> ReportFiles { get; init; } = [];
}
