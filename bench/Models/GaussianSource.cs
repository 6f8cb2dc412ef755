namespace CompileModel.Bench.Models;

/// <summary>Normally distributed numbers from a seed: SplitMix64 (Steele, Lea, Flood 2014) and the polar method.</summary>
/// <param name="seed">Any number.</param>
public sealed class GaussianSource(ulong seed)
{
    private ulong state = seed;

    /// <summary>A seed from text: FNV-1a.</summary>
    public static ulong Seed(string text) => text.Aggregate(14695981039346656037UL, (hash, c) => (hash ^ c) * 1099511628211UL);

    /// <summary>Numbers with mean 0.</summary>
    /// <param name="count">How many.</param>
    /// <param name="deviation">Their standard deviation.</param>
    public float[] Draw(int count, double deviation)
    {
        var values = new float[count];
        for (int i = 0; i < count; i += 2)
        {
            var (a, b) = Pair();
            values[i] = (float)(a * deviation);
            if (i + 1 < count) values[i + 1] = (float)(b * deviation);
        }
        return values;
    }

    private (double, double) Pair()
    {
        while (true)
        {
            double u = Uniform(), v = Uniform(), s = (u * u) + (v * v);
            if (s is >= 1 or 0) continue;
            double scale = Math.Sqrt(-2 * Math.Log(s) / s);
            return (u * scale, v * scale);
        }
    }

    /// <summary>Between -1 and 1.</summary>
    private double Uniform()
    {
        state += 0x9E3779B97F4A7C15UL;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return ((z ^ (z >> 31)) >> 11) * (2.0 / (1UL << 53)) - 1;
    }
}
