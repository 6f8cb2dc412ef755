using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise;

/// <summary>
/// Quotients by one number as products: x * high + x * low, where high is a little less than the reciprocal and low is what it lacks, one rounding each. The sum is the quotient but for about 2^-45 of it,
/// so that rounded to whole numbers it is the same for every float32, unless a divisor is very unlucky: <see cref="Serves"/> decides it. Infinite numbers stay so.
/// </summary>
/// <param name="High">in all lanes</param>
/// <param name="Low">in all lanes, at least 0</param>
internal readonly record struct PlainQuotient(Vec High, Vec Low)
{
    // 1 - 2^-22, and 2^100 and its reciprocal: between them nothing overflows or becomes subnormal.
    private const float Below = 1 - 1f / (1 << 22), Largest = 1.2676506e30f, Least = 1 / Largest;

    /// <summary>Writes what divisions by a number take.</summary>
    public static PlainQuotient By(RoutineBuilder b, Vec divisor)
    {
        var one = b.Constant(1f);
        var reciprocal = b.Div(one, divisor, "reciprocal");
        var high = b.Mul(reciprocal, b.Constant(Below), "high");
        return new(high, b.Mul(b.Fnma(high, divisor, one, "lacking"), reciprocal, "low"));
    }

    /// <summary>Writes x over the divisor.</summary>
    public Vec Of(RoutineBuilder b, Vec x) => b.Fma(x, High, b.Mul(x, Low, "least"), "scaled");

    /// <summary>Whether the divisor of a step is one known number that serves.</summary>
    public static bool Serves(QuantizeToGrid op, Tensor? divisor) => divisor is { Element: ElementType.Float32, Count: 1 } && Serves(op, divisor.Span<float>()[0]);

    /// <summary>
    /// Whether the step gives the same for every number with such a quotient as with the divided one. Both never fall where numbers grow, so it is enough that they agree on the floats around each of the places
    /// where the result changes.
    /// </summary>
    public static bool Serves(QuantizeToGrid op, float divisor)
    {
        const int Around = 2;
        if (op.IsFactor || !(divisor is >= Least and <= Largest))
            return false;
        var reciprocal = 1 / divisor;
        var high = reciprocal * Below;
        var low = MathF.FusedMultiplyAdd(-high, divisor, 1) * reciprocal;
        double Divided(float x) => Math.Round((double)(x / divisor), MidpointRounding.ToEven);
        double Multiplied(float x) => Math.Round((double)MathF.FusedMultiplyAdd(x, high, x * low), MidpointRounding.ToEven);
        for (var whole = op.Min - op.Zero; whole < op.Max - op.Zero; whole++)
        {
            var x = (float)((whole + 0.5) * divisor);
            for (var i = 0; i < Around; i++)
                x = MathF.BitDecrement(x);
            var isBelow = Divided(x) <= whole;
            for (var i = 0; i < 2 * Around; i++, x = MathF.BitIncrement(x))
            {
                if (Divided(x) != Multiplied(x))
                    return false;
            }
            if (!isBelow || Divided(x) <= whole || Divided(x) != Multiplied(x))
                return false;
        }
        return true;
    }
}
