using System.Collections.Immutable;
using CompileModel.IR;
using CompileModel.Quantization.Samples;

namespace CompileModel.Quantization.Sensitivity;

/// <summary>Every sample with every one of some choices of switches: all choices of the first sample, then of the second, and so on.</summary>
/// <param name="samples">The samples.</param>
/// <param name="choices">Positions of the switches that are on.</param>
/// <param name="switches">Number of switches.</param>
public sealed class SwitchedSamples(ISampleSource samples, IReadOnlyList<ImmutableHashSet<int>> choices, int switches) : ISampleSource
{
    /// <inheritdoc/>
    public int Count => samples.Count * choices.Count;

    /// <inheritdoc/>
    public CalibrationSample Read(int index)
    {
        var sample = samples.Read(index / choices.Count);
        var on = choices[index % choices.Count];
        return new(sample.Name, [.. sample.Inputs, Tensor.Of(Shape.Of(switches), [.. Enumerable.Range(0, switches).Select(i => on.Contains(i) ? 1f : 0f)])]);
    }
}
