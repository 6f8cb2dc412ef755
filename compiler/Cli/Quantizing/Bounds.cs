namespace CompileModel.Cli.Quantizing;

/// <summary>What quantisation may cost at most, and the data to measure it.</summary>
/// <param name="LeastSqnr">Least signal to noise of the results on the samples, in dB; null for none.</param>
/// <param name="MostDrop">Most points of accuracy that may be lost on labelled data; null for none.</param>
/// <param name="Labels">File with the labels, or null.</param>
/// <param name="Evaluation">Files and folders with labelled samples; empty without labels.</param>
internal sealed record Bounds(double? LeastSqnr, double? MostDrop, string? Labels, IReadOnlyList<string> Evaluation)
{
    /// <summary>Whether there is anything to keep.</summary>
    public bool Any => LeastSqnr is not null || MostDrop is not null;
}
