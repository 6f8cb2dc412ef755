using System.Numerics;
using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>
/// For each tap of a window, the pairs of a position that the window slides over ("large", the input of a convolution) and the window's
/// own position ("small", its output) that the tap connects. Runs along the last axis are kept together.
/// </summary>
public sealed class Taps
{
    private readonly List<(int Large, int Small, int Count)>[] runs;
    private readonly int stride;
    private readonly bool forward;

    /// <summary>Enumerates the pairs.</summary>
    /// <param name="window">The window.</param>
    /// <param name="large">Shape [.,.,spatial...] that the window slides over.</param>
    /// <param name="small">Shape [.,.,spatial...] of the window positions.</param>
    /// <param name="forward">Whether values flow from large to small.</param>
    public Taps(Window window, Shape large, Shape small, bool forward)
    {
        this.forward = forward;
        int axes = window.Kernel.Count, last = axes - 1;
        stride = window.Strides[last];
        int[] extents = large.ToArray()[2..], positions = small.ToArray()[2..];
        runs = new List<(int, int, int)>[window.Kernel.Aggregate(1, (a, b) => a * b)];
        for (var tap = new NdIndex([.. window.Kernel]); tap.Valid; tap.Next())
        {
            var list = runs[tap.Flat] = [];
            for (var row = new NdIndex([.. positions[..last], 1]); row.Valid; row.Next())
            {
                int from = 0, to = 0;
                bool inside = true;
                for (int i = 0; i < last; i++)
                {
                    int at = row.At[i] * window.Strides[i] + tap.At[i] * window.Dilations[i] - window.Pads[i];
                    inside &= at >= 0 && at < extents[i];
                    (from, to) = (from * extents[i] + at, to * positions[i] + row.At[i]);
                }
                int shift = tap.At[last] * window.Dilations[last] - window.Pads[last];
                int first = 0, end = positions[last];
                while (first < end && first * stride + shift < 0) first++;
                while (end > first && (end - 1) * stride + shift >= extents[last]) end--;
                if (inside && end > first) Append(list, (from * extents[last] + first * stride + shift, to * positions[last] + first, end - first));
            }
        }
    }

    /// <summary>Adds weight times input to the sums for all pairs of one tap.</summary>
    public void Accumulate(int tap, double weight, ReadOnlySpan<double> from, Span<double> to)
    {
        foreach (var (large, small, count) in runs[tap])
        {
            if (forward) Add(weight, from[large..], stride, to[small..], 1, count);
            else Add(weight, from[small..], 1, to[large..], stride, count);
        }
    }

    // A run that goes on where the last one ended belongs to it: a 1x1 window has one run for the whole plane.
    private void Append(List<(int Large, int Small, int Count)> list, (int Large, int Small, int Count) run)
    {
        if (stride == 1 && list.Count > 0 && list[^1] is var (large, small, count) && large + count == run.Large && small + count == run.Small) list[^1] = (large, small, count + run.Count);
        else list.Add(run);
    }

    private static void Add(double weight, ReadOnlySpan<double> from, int fromStep, Span<double> to, int toStep, int count)
    {
        if (fromStep == 1 && toStep == 1)
        {
            from = from[..count];
            to = to[..count];
            int done = 0;
            for (; done <= count - Vector<double>.Count; done += Vector<double>.Count)
                (new Vector<double>(to[done..]) + weight * new Vector<double>(from[done..])).CopyTo(to[done..]);
            for (; done < count; done++) to[done] += weight * from[done];
            return;
        }
        for (int i = 0; i < count; i++) to[i * toStep] += weight * from[i * fromStep];
    }
}
