using System.Numerics;

namespace CompileModel.Kernels.Winograd;

/// <summary>
/// Whether results of a form of integers are exact. Transformed values and weights fit int16 whatever they are. Sums may leave int32, and what is left of them is the result modulo 2^32, times
/// <see cref="WinogradForm.Multiple"/> along both axes: its odd part has an inverse modulo 2^32, and its power of two takes that many bits from the top, so that a result is known when it fits the others.
/// </summary>
internal static class IntegerRange
{
    /// <summary>Whether no result of so many <see cref="Bits"/> leaves those that are known of it.</summary>
    public static bool Fits(WinogradForm form, int bits) => bits <= 32 - Shift(form);

    /// <summary>The bits, that of the sign included, that hold all results for weights[k,k,C,M] and any image.</summary>
    /// <param name="weights">as they are</param>
    /// <param name="bias">of each column, or empty</param>
    /// <param name="columns">M</param>
    /// <param name="least">the least value of the image, zero point subtracted, -255..0</param>
    /// <param name="greatest">the greatest value of the image, 0..255</param>
    public static int Bits(ReadOnlySpan<sbyte> weights, ReadOnlySpan<int> bias, int columns, int least, int greatest)
    {
        var (lows, highs) = (new long[columns], new long[columns]);
        for (var i = 0; i < weights.Length; i++)
        {
            var (a, b) = (weights[i] * least, weights[i] * greatest);
            lows[i % columns] += Math.Min(a, b);
            highs[i % columns] += Math.Max(a, b);
        }
        var most = 0L;
        for (var n = 0; n < columns; n++)
        {
            var start = bias.Length > 0 ? bias[n] : 0;
            most = Math.Max(most, Math.Max(start + highs[n], ~(start + lows[n])));
        }
        return 65 - BitOperations.LeadingZeroCount((ulong)most);
    }

    /// <summary>Bits of the power of two in what results are multiplied by.</summary>
    public static int Shift(WinogradForm form) => 2 * int.Log2(form.PowerOfTwo);

    /// <summary>The inverse modulo 2^32 of the odd part of what results are multiplied by.</summary>
    public static int Inverse(WinogradForm form)
    {
        var odd = (uint)(form.Multiple / form.PowerOfTwo * (form.Multiple / form.PowerOfTwo));

        // Newton's step doubles the bits that are right; an odd number is its own inverse in the last three.
        var inverse = odd;
        for (var bits = 3; bits < 32; bits *= 2)
            inverse *= 2 - odd * inverse;
        return (int)inverse;
    }
}
