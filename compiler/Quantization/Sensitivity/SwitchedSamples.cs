using System.Collections.Immutable;
using CompileModel.IR;
using CompileModel.Quantization.Samples;

namespace CompileModel.Quantization.Sensitivity;

/// <summary>Every sample with every one of some choices of switches: all choices of the first sample, then of the second, and so on.</summary>
/// <param name="samples">The samples.</param>
/// <param name="indexes">Which of them.</param>
/// <param name="choices">Positions of the planned nodes that are switched on.</param>
/// <param name="nodes">Number of planned nodes.</param>
public sealed class SwitchedSamples(ISampleSource samples, IReadOnlyList<int> indexes, IReadOnlyList<ImmutableHashSet<int>> choices, int nodes) : ISampleSource
{
    /// <inheritdoc/>
    public int Count => indexes.Count * choices.Count;

    /// <inheritdoc/>
    public CalibrationSample Read(int index)
    {
        var sample = samples.Read(indexes[index / choices.Count]);
        var on = choices[index % choices.Count];
        return new(sample.Name, [.. sample.Inputs, Tensor.Of(Shape.Of(nodes), [.. Enumerable.Range(0, nodes).Select(i => on.Contains(i) ? 1f : 0f)])]);
    }
}
