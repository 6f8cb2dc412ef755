namespace CompileModel.Quantization;

/// <summary>
/// Rounds the weights of an output channel to integers between -127 and 127. Neighbours in an image or a signal are alike, so errors of one sign at neighbouring taps of a kernel add up:
/// what rounding one tap adds is taken from those of the same kernel that follow. That is optimal brain quantisation (Frantar, Singh, Alistarh 2022) for inputs whose correlation falls
/// with the distance; it needs no samples.
/// </summary>
internal sealed class WeightRounding
{
    /// <summary>Correlation of neighbours that is taken for granted; from 0.5 to 0.95 results are the same.</summary>
    private const double Correlation = 0.7;

    /// <summary>Kernels of more taps are rounded tap by tap: finding the shares takes the cube of their number.</summary>
    private const int MostTaps = 256;

    /// <summary>[tap, later tap]: which part of what the first one loses the second one takes.</summary>
    private readonly double[,] shares;
    private readonly int taps;

    /// <summary>For kernels of one shape.</summary>
    /// <param name="extents">Extents of a kernel; empty for matrix products.</param>
    /// <param name="dilations">Distance of neighbours along each extent.</param>
    public WeightRounding(IReadOnlyList<int> extents, IReadOnlyList<int> dilations)
    {
        taps = extents.Aggregate(1, (a, b) => a * b);
        if (taps > MostTaps) taps = 1;
        shares = Shares([.. Enumerable.Range(0, taps).Select(t => Position(t, extents, dilations))]);
    }

    /// <summary>Rounds.</summary>
    /// <param name="weights">Of one output channel, the taps of each input channel side by side.</param>
    /// <param name="scale">What 1 stands for.</param>
    public sbyte[] Round(IReadOnlyList<float> weights, float scale)
    {
        sbyte[] result = new sbyte[weights.Count];
        double[] left = new double[taps];
        for (int first = 0; first < result.Length; first += taps)
        {
            for (int t = 0; t < taps; t++) left[t] = (double)weights[first + t] / scale;
            for (int t = 0; t < taps; t++)
            {
                sbyte rounded = Nearest(left[t]);
                result[first + t] = rounded;
                double lost = left[t] - rounded;
                for (int later = t + 1; later < taps; later++) left[later] += lost * shares[t, later];
            }
        }
        return result;
    }

    /// <summary>The nearest integer between -127 and 127.</summary>
    public static sbyte Nearest(double steps) => (sbyte)Math.Clamp(Math.Round(steps), -127, 127);

    private static double[] Position(int tap, IReadOnlyList<int> extents, IReadOnlyList<int> dilations)
    {
        double[] result = new double[extents.Count];
        for (int i = extents.Count - 1; i >= 0; i--) (tap, result[i]) = (tap / extents[i], (double)tap % extents[i] * dilations[i]);
        return result;
    }

    /// <summary>Row t: how the taps behind t are best changed when t is, the solution of their correlations with each other and with t; the inverse grows from the last tap to the first.</summary>
    private static double[,] Shares(double[][] positions)
    {
        int count = positions.Length;
        double[,] result = new double[count, count], inverse = new double[count, count];
        for (int t = count - 1; t >= 0; t--)
        {
            // With b = inverse * correlations and d = 1 - correlations * b the inverse for t and the taps behind it is [1, -b; -b, d * inverse + b * b] / d.
            double[] correlations = [.. Enumerable.Range(0, count).Select(o => Math.Pow(Correlation, Math.Sqrt(positions[t].Zip(positions[o], (a, b) => (a - b) * (a - b)).Sum())))], b = new double[count];
            double d = 1;
            for (int i = t + 1; i < count; i++)
            {
                for (int j = t + 1; j < count; j++) b[i] += inverse[i, j] * correlations[j];
                d -= b[i] * correlations[i];
            }
            for (int i = t + 1; i < count; i++)
                for (int j = t + 1; j < count; j++) inverse[i, j] += b[i] * b[j] / d;
            inverse[t, t] = 1 / d;
            for (int i = t + 1; i < count; i++)
            {
                inverse[t, i] = inverse[i, t] = -b[i] / d;
                result[t, i] = b[i];
            }
        }
        return result;
    }
}
