using CompileModel.IR;

namespace CompileModel.Reference;

/// <summary>Sliding windows over x[N,C,spatial...].</summary>
public static class Pooling
{
    /// <summary>One result a window and channel.</summary>
    /// <param name="x">Values of the input.</param>
    /// <param name="shape">Shape of the input.</param>
    /// <param name="window">The window.</param>
    /// <param name="result">Shape of the result.</param>
    /// <param name="reduce">From the positions inside of the input (row-major in the plane), the values there and the window's position.</param>
    public static double[] Run(double[] x, Shape shape, Window window, Shape result, Func<List<int>, ReadOnlyMemory<double>, int[], double> reduce)
    {
        int axes = window.Kernel.Count;
        int[] extents = shape.ToArray()[2..], positions = result.ToArray()[2..];
        int plane = extents.Aggregate(1, (a, b) => a * b), places = positions.Aggregate(1, (a, b) => a * b), planes = shape[0] * shape[1];
        double[] values = new double[result.Count];
        var taps = new List<int>();
        for (var place = new NdIndex(positions); place.Valid; place.Next())
        {
            taps.Clear();
            for (var tap = new NdIndex([.. window.Kernel]); tap.Valid; tap.Next())
            {
                int from = 0;
                bool inside = true;
                for (int i = 0; i < axes; i++)
                {
                    int at = place.At[i] * window.Strides[i] + tap.At[i] * window.Dilations[i] - window.Pads[i];
                    inside &= at >= 0 && at < extents[i];
                    from = from * extents[i] + at;
                }
                if (inside) taps.Add(from);
            }
            for (int p = 0; p < planes; p++) values[p * places + place.Flat] = reduce(taps, x.AsMemory(p * plane, plane), place.At);
        }
        return values;
    }

    /// <summary>Largest value.</summary>
    public static double Max(List<int> taps, ReadOnlyMemory<double> plane, int[] place)
    {
        var span = plane.Span;
        double max = double.NegativeInfinity;
        foreach (int tap in taps) max = Math.Max(max, span[tap]);
        return max;
    }

    /// <summary>Sum of the values.</summary>
    public static double Sum(List<int> taps, ReadOnlyMemory<double> plane)
    {
        var span = plane.Span;
        double sum = 0;
        foreach (int tap in taps) sum += span[tap];
        return sum;
    }

    /// <summary>Taps of a window that lie inside of the input padded by <paramref name="pads"/>.</summary>
    public static int PaddedTaps(Window window, int[] place, ReadOnlySpan<int> extents, Ints pads)
    {
        int count = 1, axes = window.Kernel.Count;
        for (int i = 0; i < axes; i++)
        {
            int inside = 0;
            for (int k = 0; k < window.Kernel[i]; k++)
            {
                int at = place[i] * window.Strides[i] + k * window.Dilations[i] - window.Pads[i];
                if (at >= -pads[i] && at < extents[i] + pads[axes + i]) inside++;
            }
            count *= inside;
        }
        return count;
    }
}
