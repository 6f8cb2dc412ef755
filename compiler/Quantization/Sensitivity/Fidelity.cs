namespace CompileModel.Quantization.Sensitivity;

/// <summary>How close one signal is to another, summed up over any number of pieces.</summary>
public sealed class Fidelity
{
    /// <summary>What equal signals are said to have, in dB; nothing is said to be better or, negated, worse.</summary>
    public const double MostDecibels = 150;

    private double reference, noise, other, product;

    /// <summary>Signal to noise, in dB: 10 log10 of the energy of the reference over that of the difference; NaN when nothing was added or a number was not finite.</summary>
    public double Sqnr => noise == 0 ? IsSilent ? double.NaN : MostDecibels : double.IsNaN(noise + reference) ? double.NaN : Math.Clamp(10 * Math.Log10(reference / noise), -MostDecibels, MostDecibels);

    /// <summary>Cosine of the angle between the signals; NaN when one is zero.</summary>
    public double Cosine => Math.Clamp(product / Math.Sqrt(reference * other), -1, 1);

    /// <summary>Largest difference of two elements.</summary>
    public double Largest { get; private set; }

    private bool IsSilent => reference == 0 && other == 0;

    /// <summary>Adds sums of squares and products.</summary>
    public void Add(double ofReference, double ofDifference, double ofOther, double ofProducts)
    {
        reference += ofReference;
        noise += ofDifference;
        other += ofOther;
        product += ofProducts;
    }

    /// <summary>Adds elements.</summary>
    public void Add(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        double a = 0, d = 0, b = 0, p = 0, most = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            double x = expected[i], y = actual[i];
            a += x * x;
            d += (x - y) * (x - y);
            b += y * y;
            p += x * y;
            most = Math.Max(most, Math.Abs(x - y));
        }
        Add(a, d, b, p);
        Largest = Math.Max(Largest, most);
    }
}
