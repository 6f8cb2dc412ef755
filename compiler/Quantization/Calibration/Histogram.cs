namespace CompileModel.Quantization.Calibration;

/// <summary>
/// How often numbers occurred, in bins of one width around 0. The limit is a power of two and grows with the numbers: then two bins become one. Zeros are counted apart: they are many
/// after a ReLU, and every grid holds them.
/// </summary>
public sealed class Histogram
{
    /// <summary>Bins on each side of 0: at least eight for each step of a grid of 256 numbers over the range.</summary>
    private const int Side = 4096;

    private long[] below = new long[Side], above = new long[Side];
    private double limit;

    /// <summary>How many numbers were 0.</summary>
    public long Zeros { get; private set; }

    /// <summary>How many numbers there were.</summary>
    public long Total { get; private set; }

    /// <summary>The centre of each bin that holds numbers, and how many, in ascending order; without the zeros.</summary>
    public IEnumerable<(double Centre, long Count)> Bins
    {
        get
        {
            double width = limit / Side;
            for (int i = Side - 1; i >= 0; i--)
                if (below[i] > 0) yield return (-(i + 0.5) * width, below[i]);
            for (int i = 0; i < Side; i++)
                if (above[i] > 0) yield return ((i + 0.5) * width, above[i]);
        }
    }

    /// <summary>Counts numbers; those that are not finite are left out.</summary>
    public void Add(ReadOnlySpan<float> numbers)
    {
        foreach (float x in numbers)
        {
            if (!float.IsFinite(x)) continue;
            Total++;
            if (x == 0)
            {
                Zeros++;
                continue;
            }
            double size = Math.Abs((double)x);
            while (size > limit) Grow(size);
            (x < 0 ? below : above)[Math.Min((int)(size / limit * Side), Side - 1)]++;
        }
    }

    private void Grow(double size)
    {
        if (limit == 0)
        {
            limit = Math.Pow(2, Math.Ceiling(Math.Log2(size)));
            return;
        }
        limit *= 2;
        below = Halve(below);
        above = Halve(above);
    }

    private static long[] Halve(long[] bins)
    {
        long[] result = new long[Side];
        for (int i = 0; i < Side; i++) result[i / 2] += bins[i];
        return result;
    }
}
