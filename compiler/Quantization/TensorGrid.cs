using CompileModel.IR;

namespace CompileModel.Quantization;

/// <summary>The numbers that a quantised tensor can hold: (q - zero) * scale for all q of the element type.</summary>
/// <param name="Element">Int8 or UInt8.</param>
/// <param name="Scale">Distance of neighbours; positive and normal.</param>
/// <param name="Zero">The q that means 0.</param>
public sealed record TensorGrid(ElementType Element, float Scale, int Zero)
{
    /// <summary>Smallest number.</summary>
    public double Low => ((double)Element.Range().Low - Zero) * Scale;

    /// <summary>Largest number.</summary>
    public double High => ((double)Element.Range().High - Zero) * Scale;

    /// <summary>The grid of 256 numbers over a range, which is extended to hold 0; a range that is only 0 gives the scale 1/255.</summary>
    public static TensorGrid Over(double low, double high, ElementType element)
    {
        (low, high) = (Math.Min(low, 0), Math.Max(high, 0));
        var (least, most) = ((int)element.Range().Low, (int)element.Range().High);
        double width = high - low;
        if (width < 255 * MinScale) (low, high, width) = low < 0 && high == 0 ? (-1, 0, 1.0) : (0, 1, 1.0);
        double scale = width / (most - least);
        // The zero point is the integer that moves the ends of the range least.
        int zero = Math.Clamp((int)Math.Round(least - (low / scale)), least, most);
        return new(element, (float)scale, zero);
    }

    /// <summary>Scales below this make products of scales denormal.</summary>
    private const double MinScale = 1e-15;

    /// <summary>The number of the grid that is nearest to x.</summary>
    public double Round(double x)
    {
        var (least, most) = Element.Range();
        return (Math.Clamp(Math.Round(x / Scale) + Zero, (double)least, (double)most) - Zero) * Scale;
    }
}
