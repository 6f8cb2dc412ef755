namespace CompileModel.IR;

/// <summary>
/// Random numbers that depend on a seed and an index only: the mixing function of SplitMix64 (Steele, Lea and Flood 2014) on a counter. Programs draw them when they are compiled, so
/// that every run of a program uses the same ones.
/// </summary>
public static class RandomNumbers
{
    /// <summary>Uniform, 0 or more and less than 1, a multiple of 2^-24.</summary>
    public static double Uniform(long seed, int index) => (Bits(seed, index) >> 40) * Math.ScaleB(1, -24);

    /// <summary>Normal, mean 0, variance 1 (Box and Muller 1958).</summary>
    public static double Normal(long seed, int index)
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - Uniform(seed, 2 * index)));
        return radius * Math.Cos(2 * Math.PI * Uniform(seed, 2 * index + 1));
    }

    /// <summary>Gumbel distributed: the index of the largest of log-probabilities plus such numbers is a draw from the distribution.</summary>
    public static double Gumbel(long seed, int index) => -Math.Log(-Math.Log(Uniform(seed, index) + Math.ScaleB(1, -25)));

    private static ulong Bits(long seed, int index)
    {
        ulong z = unchecked((ulong)seed + ((ulong)(uint)index + 1) * 0x9E3779B97F4A7C15);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }
}
