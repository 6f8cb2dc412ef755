namespace CompileModel.Kernels.Elementwise;

/// <summary>
/// Requantisation without float32: (sum * Factor + Start) / 2^shift, rounded and saturated to int8, is proven to be, for every sum that can occur, what a float32 product, rounding half
/// to even, a zero point and saturation make of it. Both are monotone, so only the sums at which the result changes count: about 255.
/// </summary>
/// <param name="Factor">at least 0</param>
/// <param name="Start">holds the bias and the zero point too</param>
public readonly record struct IntegerFactor(short Factor, int Start)
{
    /// <summary>The shifts there are: 16 bits at once, which does not round, then up to eight, which does.</summary>
    public const int LeastShift = 16, MostShift = 24;

    /// <summary>The factor and start for sums of products between two numbers, or null where none can be proven.</summary>
    /// <param name="lowest">the lowest sum of products</param>
    /// <param name="highest">the highest</param>
    /// <param name="bias">what is added to it before all else</param>
    /// <param name="factor">the factor of float32</param>
    /// <param name="zero">the zero point, an integer</param>
    /// <param name="shift">between the least and the most shift</param>
    public static IntegerFactor? Of(int lowest, int highest, int bias, float factor, int zero, int shift)
    {
        var exact = factor * Math.Pow(2, shift);
        if (!(exact < short.MaxValue) || factor <= 0 || (long)lowest + bias < int.MinValue || (long)highest + bias > int.MaxValue)
            return null;
        var near = (short)Math.Round(exact);
        var other = (short)(near > exact ? near - 1 : near + 1);
        var sums = new Sums(lowest, highest, bias, factor, zero);
        return Of(sums, near, shift) ?? (near == exact ? null : Of(sums, other, shift));
    }

    // The starts with which all sums, too, give what they should; sums never leave int32.
    private static IntegerFactor? Of(Sums sums, short m, int shift)
    {
        // The least number from which on there is a result, or a larger one.
        long Bound(int result) => ((long)result << shift) - (shift > LeastShift ? 1L << (shift - 1) : 0);
        var (first, last) = (sums.Result(sums.Lowest), sums.Result(sums.Highest));
        var (low, high) = (int.MinValue - Math.Min((long)sums.Lowest * m, 0), int.MaxValue - Math.Max((long)sums.Highest * m, 0));
        if (first > sbyte.MinValue)
            low = Math.Max(low, Bound(first) - (long)sums.Lowest * m);
        if (last < sbyte.MaxValue)
            high = Math.Min(high, Bound(last + 1) - (long)sums.Highest * m - 1);
        for (var result = first + 1; result <= last && low <= high; result++)
        {
            var sum = sums.First(result);
            low = Math.Max(low, Bound(result) - (long)sum * m);
            high = Math.Min(high, Bound(result) - (long)(sum - 1) * m - 1);
        }
        return low <= high ? new(m, (int)(low + (high - low) / 2)) : null;
    }

    // What float32 makes of sums.
    private sealed record Sums(int Lowest, int Highest, int Bias, float Factor, int Zero)
    {
        public int Result(int sum) => (int)Math.Clamp(Math.Round((double)((float)(sum + Bias) * Factor)) + Zero, sbyte.MinValue, sbyte.MaxValue);

        // The first sum with at least that result, which some have and the lowest has not.
        public int First(int result)
        {
            var sum = (int)Math.Clamp(Math.Floor((result - 0.5 - Zero) / Factor - Bias), Lowest, Highest);
            while (Result(sum) >= result)
                sum--;
            while (Result(sum) < result)
                sum++;
            return sum;
        }
    }
}
