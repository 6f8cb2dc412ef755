using CompileModel.IR;

namespace CompileModel.Kernels.Loops;

/// <summary>
/// The loop nest over a set of operands with one index space: extents, and for each operand a stride (in elements) for each loop; 0 where it is broadcast.
/// Loops of one pass are left out and loops that step through all operands like one are merged.
/// </summary>
/// <param name="Dims">Extents, outermost first; empty for a single element.</param>
/// <param name="Strides">For each operand, a stride for each loop.</param>
public sealed record IterationSpace(IReadOnlyList<int> Dims, IReadOnlyList<IReadOnlyList<int>> Strides)
{
    /// <summary>Number of loops.</summary>
    public int Rank => Dims.Count;

    /// <summary>Extent of the innermost loop; 1 when there is none.</summary>
    public int Inner => Rank == 0 ? 1 : Dims[^1];

    /// <summary>Stride of an operand in the innermost loop; 0 when there is none.</summary>
    public int InnerStride(int operand) => Rank == 0 ? 0 : Strides[operand][^1];

    /// <summary>The merged loop nest over <paramref name="dims"/>.</summary>
    public static IterationSpace Merge(IReadOnlyList<int> dims, params IReadOnlyList<IReadOnlyList<int>> strides)
    {
        var kept = Enumerable.Range(0, dims.Count).Where(i => dims[i] != 1).ToList();
        var mergedDims = new List<int>();
        var merged = strides.Select(_ => new List<int>()).ToArray();
        foreach (int i in kept)
        {
            if (mergedDims.Count > 0 && Enumerable.Range(0, strides.Count).All(o => merged[o][^1] == strides[o][i] * dims[i]))
            {
                mergedDims[^1] *= dims[i];
                for (int o = 0; o < strides.Count; o++) merged[o][^1] = strides[o][i];
            }
            else
            {
                mergedDims.Add(dims[i]);
                for (int o = 0; o < strides.Count; o++) merged[o].Add(strides[o][i]);
            }
        }
        return new(mergedDims, merged);
    }

    /// <summary>The loop nest of numpy broadcasting: the operands' shapes against <paramref name="result"/>, which comes last among the operands.</summary>
    public static IterationSpace Broadcast(IReadOnlyList<Layout> operands, Layout result) =>
        Merge(result.Dims, [.. operands.Select(o => BroadcastStrides(o, result.Dims)), result.Strides]);

    /// <summary>Strides of an operand aligned to the right of <paramref name="dims"/>, 0 where it is broadcast.</summary>
    public static IReadOnlyList<int> BroadcastStrides(Layout operand, IReadOnlyList<int> dims)
    {
        var strides = new int[dims.Count];
        int shift = dims.Count - operand.Rank;
        for (int i = Math.Max(0, -shift); i < operand.Rank; i++)
            strides[i + shift] = operand.Dims[i] == 1 ? 0 : operand.Strides[i];
        return strides;
    }
}
