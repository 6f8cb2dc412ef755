using CompileModel.IR;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Kernels.Depthwise;

/// <summary>
/// Which products of a depthwise convolution of bytes are added in 16 bits before they go to 32: those of two taps always fit unless both weights are -128, those of three where the weights
/// of all channels of a group prove it (<see cref="ShortSums"/>).
/// </summary>
public static class DepthwiseTaps
{
    /// <summary>Channels of a group: half a vector of bytes.</summary>
    public const int Group = 8;

    /// <summary>The taps that always fit, and the most that are added.</summary>
    public const int Pair = 2, Most = 3;

    // Taps whose weights stay in registers.
    private const int MostResident = 9;

    /// <summary>The taps whose products the quantiser should let cores of a target add.</summary>
    public static int Wanted(TargetProfile target) => Isa.ForProfile(target.Isas).HasWideProducts && !target.Has("dotprod") ? Most : 1;

    /// <summary>Whether inputs are taken column by column, so that a position is done early; else by rows of the filter.</summary>
    public static bool IsByColumn(Ints kernel, ElementType weight) => weight == ElementType.Int8 && kernel[0] * kernel[1] <= MostResident;

    /// <summary>The taps that are added up together, so many at a time.</summary>
    public static IEnumerable<int[]> Groups(Ints kernel, ElementType weight, int together)
    {
        var taps = Enumerable.Range(0, kernel[0] * kernel[1]);
        return (IsByColumn(kernel, weight) ? taps.OrderBy(t => t % kernel[1]) : taps).Chunk(together);
    }

    /// <summary>The largest magnitude that a sum of products of so many taps of int8 can have.</summary>
    /// <param name="kernel">KH, KW</param>
    /// <param name="weights">of a channel, tap by tap</param>
    /// <param name="together">taps</param>
    public static int Largest(Ints kernel, ReadOnlySpan<sbyte> weights, int together)
    {
        var largest = 0;
        foreach (var taps in Groups(kernel, ElementType.Int8, together))
        {
            var (positive, negative) = (0, 0);
            foreach (var t in taps)
            {
                positive += Math.Max((int)weights[t], 0);
                negative -= Math.Min((int)weights[t], 0);
            }
            largest = Math.Max(largest, ShortSums.Largest(positive, negative));
        }
        return largest;
    }

    /// <summary>The taps that each group of channels adds, the last of which may begin inside of the one before; 1 where not even pairs fit.</summary>
    /// <param name="kernel">KH, KW</param>
    /// <param name="channels">at least one group</param>
    /// <param name="weight">by channel and tap</param>
    public static Ints OfGroups(Ints kernel, int channels, Func<int, int, sbyte> weight)
    {
        sbyte[][] weights = [.. Enumerable.Range(0, channels).Select(c => (sbyte[])[.. Enumerable.Range(0, kernel[0] * kernel[1]).Select(t => weight(c, t))])];
        // All channels are asked for one number: what lets three be added may not let two, which are others.
        int Fitting(ArraySegment<sbyte[]> group) => ((int[])[Most, Pair]).FirstOrDefault(together => group.All(w => Largest(kernel, w, together) <= short.MaxValue), 1);
        return [.. Enumerable.Range(0, (channels + Group - 1) / Group).Select(g => Fitting(new(weights, Math.Min(g * Group, channels - Group), Group)))];
    }
}
