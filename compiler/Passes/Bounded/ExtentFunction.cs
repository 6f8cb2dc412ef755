using System.Globalization;

namespace CompileModel.Passes.Bounded;

/// <summary>An extent as a function of one symbol s, Scale * floor((s + Offset) / Divisor) + Shift, or as a product of such. Value-equal.</summary>
/// <param name="Symbol">Which symbol.</param>
/// <param name="Scale">Factor of the quotient.</param>
/// <param name="Offset">Added to the symbol; s + Offset is never negative.</param>
/// <param name="Divisor">At least 1.</param>
/// <param name="Shift">Added to the product.</param>
/// <param name="Times">A factor that depends on another symbol, or null.</param>
public sealed record ExtentFunction(int Symbol, int Scale, int Offset, int Divisor, int Shift, ExtentFunction? Times = null)
{
    /// <summary>Divisors up to this one are tried: strides of networks multiply up to 64, hops of spectra go up to a thousand.</summary>
    private const int MaxDivisor = 1024;

    /// <summary>The symbol itself.</summary>
    public static ExtentFunction Of(int symbol) => new(symbol, 1, 0, 1, 0);

    /// <summary>The extent at values of all symbols.</summary>
    public long At(IReadOnlyList<int> symbols) => At(symbols[Symbol]) * (Times?.At(symbols) ?? 1);

    /// <summary>
    /// The product of two functions that were found with the other symbol at its bound: each holds the other one's extent as a factor. Null when that is not so.
    /// </summary>
    /// <param name="a">With b's symbol at its bound.</param>
    /// <param name="b">With a's symbol at its bound.</param>
    /// <param name="bound">The extent with both at their bounds.</param>
    public static ExtentFunction? Product(ExtentFunction a, ExtentFunction b, long bound)
    {
        var (first, second) = (a.Content, b.Content);
        long factor = first * second;
        if (factor % bound != 0) return null;
        int rest = (int)(factor / bound);
        return a with { Scale = (int)(a.Scale / first) * rest, Shift = (int)(a.Shift / first) * rest, Times = b with { Scale = (int)(b.Scale / second), Shift = (int)(b.Shift / second) } };
    }

    private long Content => (long)System.Numerics.BigInteger.GreatestCommonDivisor(Scale, Shift);

    /// <summary>The extent at a value of its own symbol.</summary>
    public long At(long s) => (long)Scale * ((s + Offset) / Divisor) + Shift;

    /// <summary>The simplest function through all points, or null when there is none of this form.</summary>
    /// <param name="symbol">Which symbol.</param>
    /// <param name="points">Values of the symbol, ascending, at least two, and the extents.</param>
    public static ExtentFunction? Fit(int symbol, IReadOnlyList<(int S, long Extent)> points) => Fits(symbol, points).FirstOrDefault();

    /// <summary>A value of the symbol that tells two functions through all points apart, in the middle of the gap where they differ; null when all are one within the range.</summary>
    /// <param name="symbol">Which symbol.</param>
    /// <param name="points">Values of the symbol, ascending, at least two, and the extents.</param>
    public static int? Undecided(int symbol, IReadOnlyList<(int S, long Extent)> points)
    {
        ExtentFunction? first = null;
        foreach (var candidate in Fits(symbol, points))
        {
            first ??= candidate;
            for (int i = 1; i < points.Count; i++)
                for (int s = points[i - 1].S + 1; s < points[i].S; s++)
                    if (candidate.At(s) != first.At(s)) return (points[i - 1].S + points[i].S) / 2;
        }
        return null;
    }

    private static IEnumerable<ExtentFunction> Fits(int symbol, IReadOnlyList<(int S, long Extent)> points)
    {
        int range = points[^1].S - points[0].S;
        double slope = (points[^1].Extent - points[0].Extent) / (double)range;
        // Steps that were seen from one value to the next lie a multiple of the divisor apart.
        int[] steps = [.. Enumerable.Range(1, points.Count - 1).Where(i => points[i].S == points[i - 1].S + 1 && points[i].Extent != points[i - 1].Extent).Select(i => points[i].S)];
        int widest = steps.Zip(steps.Skip(1), (a, b) => b - a).Append(Math.Min(MaxDivisor, range + 1)).Min();
        for (int divisor = 1; divisor <= widest; divisor++)
        {
            // A quotient grows by 1 / divisor on the average; between the ends of the range it is off by less than a step.
            int middle = (int)Math.Round(slope * divisor);
            foreach (int scale in (int[])[middle, middle + 1, middle - 1, middle + 2, middle - 2])
            {
                if (scale == 0 || Math.Abs(slope - scale / (double)divisor) * range > Math.Abs(scale)) continue;
                for (int offset = 0; offset < divisor; offset++)
                {
                    var candidate = new ExtentFunction(symbol, scale, offset, divisor, 0);
                    long shift = points[0].Extent - candidate.At(points[0].S);
                    if (points.All(p => candidate.At(p.S) + shift == p.Extent)) yield return candidate with { Shift = checked((int)shift) };
                }
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Scale} * ((s{Symbol} + {Offset}) / {Divisor}) + {Shift}");
}
