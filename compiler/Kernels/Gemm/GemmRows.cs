using CompileModel.IR;

namespace CompileModel.Kernels.Gemm;

/// <summary>
/// The rows of a product as a nest of dimensions, with the stride of each operand along each: positions of a convolution, or batch and row
/// axes of a matrix. The last dimension is tiled.
/// </summary>
/// <param name="Extents">outermost first, at least one</param>
/// <param name="Strides">one list for each operand</param>
public sealed record GemmRows(Ints Extents, IReadOnlyList<Ints> Strides)
{
    /// <summary>The nest with neighboring dimensions merged where every operand steps through them as through one.</summary>
    public static GemmRows Merge(IReadOnlyList<int> extents, IReadOnlyList<IReadOnlyList<int>> strides)
    {
        List<int> kept = [];
        List<List<int>> steps = [.. strides.Select(_ => new List<int>())];
        for (var d = 0; d < extents.Count; d++)
        {
            if (extents[d] == 1 && !(kept.Count == 0 && d == extents.Count - 1))
                continue;
            var merge = kept.Count > 0 && Enumerable.Range(0, strides.Count).All(o => steps[o][^1] == strides[o][d] * extents[d]);
            if (merge)
            {
                kept[^1] *= extents[d];
                for (var o = 0; o < strides.Count; o++)
                    steps[o][^1] = strides[o][d];
            }
            else
            {
                kept.Add(extents[d]);
                for (var o = 0; o < strides.Count; o++)
                    steps[o].Add(strides[o][d]);
            }
        }
        return kept.Count == 0
            ? new GemmRows([1], [.. strides.Select(_ => new Ints(0))])
            : new GemmRows(new Ints([.. kept]), [.. steps.Select(s => new Ints([.. s]))]);
    }

    /// <summary>Product of all but the last extent.</summary>
    public int Outer => Extents.Take(Extents.Count - 1).Aggregate(1, (a, b) => a * b);

    /// <summary>The last extent.</summary>
    public int Inner => Extents[Extents.Count - 1];

    /// <summary>Distance of neighboring rows of an operand.</summary>
    public int InnerStride(int operand) => Strides[operand][Extents.Count - 1];

    /// <summary>Offset of an operand at an index into the outer dimensions.</summary>
    public Builder.Int OuterOffset(int operand, Builder.Int index)
    {
        Builder.Int offset = 0;
        var rest = index;
        for (var d = Extents.Count - 2; d >= 0; d--)
        {
            var position = d == 0 ? rest : rest % Extents[d];
            rest /= Extents[d];
            offset += position * Strides[operand][d];
        }
        return offset;
    }

    /// <inheritdoc/>
    public bool Equals(GemmRows? other) => other is not null && Extents == other.Extents && Strides.SequenceEqual(other.Strides);

    /// <inheritdoc/>
    public override int GetHashCode() => Strides.Aggregate(Extents.GetHashCode(), HashCode.Combine);
}
