namespace CompileModel.Quantization.Samples;

/// <summary>Some of the samples of another source.</summary>
/// <param name="source">The source.</param>
/// <param name="indexes">Positions there; at least one.</param>
public sealed class SampleSubset(ISampleSource source, IReadOnlyList<int> indexes) : ISampleSource
{
    /// <inheritdoc/>
    public int Count => indexes.Count;

    /// <summary>At most so many, taken evenly.</summary>
    public static SampleSubset Evenly(ISampleSource source, int most)
    {
        int used = Math.Min(most, source.Count);
        return new(source, [.. Enumerable.Range(0, used).Select(i => (int)((long)i * source.Count / used))]);
    }

    /// <inheritdoc/>
    public CalibrationSample Read(int index) => source.Read(indexes[index]);
}
