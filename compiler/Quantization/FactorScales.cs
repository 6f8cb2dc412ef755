using CompileModel.Kernels.Depthwise;
using CompileModel.Kernels.Elementwise;

namespace CompileModel.Quantization;

/// <summary>
/// Scales of the weights of a depthwise convolution by which its results can be requantised by integers (<see cref="IntegerFactor"/>): such that the scales of input and weights over that of
/// the result are a number of few bits. They grow by less than a thousandth; more where all products of a channel are less than a result.
/// </summary>
/// <param name="InputScale">Scale of the activation.</param>
/// <param name="InputZero">Its zero point as int8.</param>
/// <param name="ResultScale">Scale of the results.</param>
/// <param name="ResultZero">Their zero point as int8.</param>
internal sealed record FactorScales(float InputScale, int InputZero, float ResultScale, int ResultZero)
{
    /// <summary>Bits of a factor, how many factors are tried, and how far a scale is from the quotient that it should be.</summary>
    private const int Bits = 12, Tries = 32, Neighbors = 4;

    /// <summary>The largest shift with which the sums of all channels fit 32 bits; 0 where there is none.</summary>
    /// <param name="channels">Weights, bias and scale of each.</param>
    public int Shift(IEnumerable<(sbyte[] Weights, int Bias, float Scale)> channels)
    {
        var (sums, factors) = (1.0, 0.0);
        foreach (var (weights, bias, scale) in channels)
        {
            double factor = Factor(scale), products = 128.0 * weights.Sum(w => Math.Abs((int)w)) * factor;
            // Products that add up to less than a result leave a channel what its bias makes it.
            if (products < 1) continue;
            sums = Math.Max(sums, products + (Math.Abs((double)WithZero(weights, bias)) * factor) + 256);
            factors = Math.Max(factors, factor);
        }
        int shift = (int)Math.Floor(Math.Log2(Math.Min(int.MaxValue / sums, factors > 0 ? short.MaxValue * 0.99 / factors : double.PositiveInfinity)));
        return shift < IntegerFactor.LeastShift ? 0 : Math.Min(shift, IntegerFactor.MostShift);
    }

    /// <summary>Whether results of a channel can be requantised by integers.</summary>
    public bool IsProven(sbyte[] weights, int bias, float scale, int shift)
        => DepthwiseFactors.Of(weights.Select(w => (int)w), WithZero(weights, bias), Factor(scale), ResultZero, shift) is not null;

    /// <summary>Scales to try, from the given one upwards.</summary>
    public IEnumerable<float> Near(float scale, int shift)
    {
        yield return scale;
        double factor = Factor(scale), step = Math.Max(Math.Pow(2, -shift), Math.Pow(2, Math.Floor(Math.Log2(factor)) - Bits + 1));
        if (!(factor > 0)) yield break;
        for (int i = 0; i < Tries; i++)
        {
            float wanted = (float)((Math.Ceiling(factor / step) + i) * step), near = (float)((double)wanted * ResultScale / InputScale);
            for (int n = 0; n < Neighbors; n++) near = MathF.BitDecrement(near);
            for (int n = -Neighbors; n <= Neighbors; n++, near = MathF.BitIncrement(near))
            {
                if (Factor(near) != wanted) continue;
                yield return near;
                break;
            }
        }
    }

    /// <summary>The factor as the compiler computes it.</summary>
    private float Factor(float scale) => InputScale * scale / ResultScale;

    private int WithZero(sbyte[] weights, int bias) => bias - (InputZero * weights.Sum(w => (int)w));
}
