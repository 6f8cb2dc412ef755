using CompileModel.IR;

namespace CompileModel.Cli.Verification;

/// <summary>How far an output is from its reference.</summary>
/// <param name="Name">Output name.</param>
/// <param name="Passed">Every element within <c>atol + rtol * |reference|</c>; integers, bool and floats of 8 and 4 bits exact, any NaN for NaN.</param>
/// <param name="MaxAbsolute">Largest absolute difference.</param>
/// <param name="MaxRelative">Largest difference divided by <c>max(|reference|, 1e-6)</c>.</param>
/// <param name="MaxUlp">Largest distance in units of the last place, for float32 elements above 1e-3 of the largest reference.</param>
/// <param name="Mismatches">Number of elements outside the tolerance.</param>
/// <param name="WorstIndex">Row-major index of the element furthest outside.</param>
/// <param name="SameTop1">Whether the largest element of every row (last axis) is the reference's largest, or equals it within the tolerance.</param>
public sealed record OutputComparison(string Name, bool Passed, double MaxAbsolute, double MaxRelative, long MaxUlp, long Mismatches, int WorstIndex, bool SameTop1)
{
    /// <summary>Compares a tensor with its reference.</summary>
    public static OutputComparison Of(string name, Tensor ours, Tensor reference, double atol, double rtol)
    {
        if (ours.Element == reference.Element.Carrier()) ours = ours.As(reference.Element);
        if (ours.Type != reference.Type) return new(name, false, double.PositiveInfinity, double.PositiveInfinity, long.MaxValue, reference.Count, 0, false);
        bool exact = !ours.Element.IsFloat(), isNarrowFloat = ours.Element.IsNarrowFloat();
        double maxAbsolute = 0, maxRelative = 0, worst = 0, scale = 0;
        long maxUlp = 0, mismatches = 0;
        int worstIndex = 0;
        for (int i = 0; i < ours.Count; i++) if (double.IsFinite(reference.AsDouble(i))) scale = Math.Max(scale, Math.Abs(reference.AsDouble(i)));
        for (int i = 0; i < ours.Count; i++)
        {
            if (exact)
            {
                bool same = isNarrowFloat ? ours.Bytes[i] == reference.Bytes[i] || (double.IsNaN(ours.AsDouble(i)) && double.IsNaN(reference.AsDouble(i))) : ours.AsLong(i) == reference.AsLong(i);
                if (!same) mismatches++;
                continue;
            }
            double a = ours.AsDouble(i), b = reference.AsDouble(i);
            if (a.Equals(b)) continue;
            double difference = Math.Abs(a - b), excess = difference - (atol + (rtol * Math.Abs(b)));
            maxAbsolute = Math.Max(maxAbsolute, difference);
            maxRelative = Math.Max(maxRelative, difference / Math.Max(Math.Abs(b), 1e-6));
            if (ours.Element == ElementType.Float32 && Math.Abs(b) > 1e-3 * scale) maxUlp = Math.Max(maxUlp, Ulp((float)a, (float)b));
            if (excess <= 0) continue;
            mismatches++;
            if (excess > worst) (worst, worstIndex) = (excess, i);
            if (!double.IsFinite(difference)) (maxAbsolute, worstIndex) = (double.PositiveInfinity, i);
        }
        return new(name, mismatches == 0, maxAbsolute, maxRelative, maxUlp, mismatches, worstIndex, Top1(ours, reference, atol, rtol));
    }

    private static long Ulp(float a, float b)
    {
        static long Ordered(float v)
        {
            int bits = BitConverter.SingleToInt32Bits(v);
            return bits < 0 ? int.MinValue - (long)bits : bits;
        }
        return Math.Abs(Ordered(a) - Ordered(b));
    }

    private static bool Top1(Tensor a, Tensor b, double atol, double rtol)
    {
        if (a.Shape.Rank == 0 || a.Shape[^1] < 2) return true;
        int n = a.Shape[^1];
        for (int row = 0; row < a.Count / n; row++)
        {
            int ia = 0, ib = 0;
            for (int i = 1; i < n; i++)
            {
                if (a.AsDouble((row * n) + i) > a.AsDouble((row * n) + ia)) ia = i;
                if (b.AsDouble((row * n) + i) > b.AsDouble((row * n) + ib)) ib = i;
            }
            double first = b.AsDouble((row * n) + ib);
            if (first - b.AsDouble((row * n) + ia) > 2 * (atol + (rtol * Math.Abs(first)))) return false;
        }
        return true;
    }
}
