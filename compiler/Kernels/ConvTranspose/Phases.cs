namespace CompileModel.Kernels.ConvTranspose;

/// <summary>All phases of one axis and the border that they read.</summary>
/// <param name="Begin">positions in front of the input</param>
/// <param name="End">positions behind it</param>
/// <param name="Items">the phases</param>
public sealed record Phases(int Begin, int End, IReadOnlyList<Phase> Items)
{
    /// <summary>Works the phases of an axis out.</summary>
    public static Phases Of(int input, int output, int kernel, int stride, int dilation, int pad)
    {
        // Output o receives input i by tap k when o + pad = i*stride + k*dilation.
        List<Phase> phases = [];
        var (least, most) = (0, input - 1);
        for (var first = 0; first < Math.Min(stride, output); first++)
        {
            int[] taps = [.. Enumerable.Range(0, kernel).Where(k => (first + pad - k * dilation) % stride == 0).Reverse()];
            var phase = taps.Length == 0
                ? new Phase(first, 0, 1, -1, 0, 1)
                : new Phase(first, (first + pad - taps[0] * dilation) / stride, taps.Length == 1 ? 1 : (taps[0] - taps[1]) * dilation / stride, taps[0],
                    taps.Length == 1 ? 0 : taps[1] - taps[0], taps.Length);
            phases.Add(phase);
            least = Math.Min(least, phase.FirstInput);
            most = Math.Max(most, phase.FirstInput + (phase.Taps - 1) * phase.InputStep + phase.Count(output, stride) - 1);
        }
        return new Phases(-least, most - (input - 1), [.. phases.Select(p => p with { FirstInput = p.FirstInput - least })]);
    }

    /// <inheritdoc/>
    public bool Equals(Phases? other) => other is not null && Begin == other.Begin && End == other.End && Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Aggregate(HashCode.Combine(Begin, End), HashCode.Combine);
}
