using CompileModel.IR.Operators;

namespace CompileModel.IR;

/// <summary>
/// Formulas of sums of products of 8-bit integers that are exact although floats compute them: float32 holds every integer up to 2^24, so a sum is taken in as few parts as keep each
/// below that whatever the data; the parts are added as int32. Constant weights make the bound sharp. Where integer operators serve (<see cref="IntegerProducts"/>), they are taken.
/// </summary>
public static class ExactProducts
{
    private const double Limit = 1 << 24, LowPart = 256;

    /// <summary>(a - aZero) times (b - bZero) as matrices, plus an int32 bias[columns] that may be left out; float32 or, when many products add up, int32. Zero points broadcast or are left out.</summary>
    public static Value MatMul(Formula f, Value a, Value? aZero, Value b, Value? bZero, Value? bias = null)
    {
        if (IntegerProducts.MatMul(f, a, aZero, b, bZero, bias) is { } integer) return integer;
        double magnitude = Magnitude(f, a, aZero);
        Value left = Quantization.Centered(f, a, aZero), right = Quantization.Centered(f, b, bZero);
        double[] weights = Weights(f, b, bZero);
        int depth = a.Shape[^1], columns = b.Shape.Rank == 1 ? 1 : b.Shape[^1], parts = 1;
        if (bias is { Shape.Rank: 1 } && f.Data(bias) is { } start && start.Count == columns && Fits(1, i => Math.Abs(start.AsDouble(i % columns))))
            return f.Sum(f.Add(new MatMul(), left, right), f.Cast(bias, ElementType.Float32));
        while (parts < depth && !Fits(parts, _ => 0)) parts++;
        if (parts == 1 && bias is null) return f.Add(new MatMul(), left, right);
        int row = a.Shape.Rank - 1, column = Math.Max(0, b.Shape.Rank - 2);
        var sum = Ranges(depth, parts).Select(p => f.Cast(f.Add(new MatMul(), Part(left, row, p), Part(right, column, p)), ElementType.Int32)).Aggregate(f.Sum);
        return bias is null ? sum : f.Sum(sum, bias);

        Value Part(Value x, int axis, (int From, int To) range) => parts == 1 ? x : f.Slice(x, axis, range.From, range.To);

        bool Fits(int count, Func<int, double> offset)
        {
            int part = (depth + count - 1) / count;
            double[] totals = new double[weights.Length / depth];
            for (int k = 0; k < depth; k++)
                for (int i = 0; i < totals.Length; i++)
                {
                    if (k % part == 0) totals[i] = offset(i);
                    if ((totals[i] += magnitude * weights[(i / columns * depth + k) * columns + (i % columns)]) >= Limit) return false;
                }
            return true;
        }
    }

    /// <summary>The convolution of x - xZero with w - wZero, plus an int32 bias[M] that may be left out; float32 or, when many products add up, int32.</summary>
    public static Value Conv(Formula f, Conv op, Value x, Value? xZero, Value w, Value? wZero, Value? bias = null)
    {
        if (IntegerProducts.Conv(f, op, x, xZero, w, wZero, bias) is { } integer) return integer;
        double magnitude = f.Data(xZero) is { } zero ? Farthest(x, zero) : Magnitude(f, x, xZero);
        Value image = Quantization.Centered(f, x, xZero), weights = Quantization.Centered(f, w, wZero);
        double[] taps = Weights(f, w, wZero);
        int channels = w.Shape[1], window = taps.Length / (w.Shape[0] * channels), parts = 1;
        var exact = op with { IsExact = true };
        var known = f.Data(bias);
        if (Most(1) + LowPart < Limit && (bias is null || known is not null))
        {
            if (known is null) return f.Add(exact, image, weights);
            if (Most(1) + Enumerable.Range(0, known.Count).Max(m => Math.Abs(known.AsDouble(m))) < Limit) return f.Add(exact, image, weights, f.Cast(bias!, ElementType.Float32));
            // A large bias in two parts: the sum with the low one is exact, and adding the high one rounds once, as a conversion of the int32 sum does.
            double Low(int m) => known.AsDouble(m) - (Math.Round(known.AsDouble(m) / LowPart) * LowPart);
            var sum = f.Add(exact, image, weights, f.Table(ElementType.Float32, [known.Count], Low));
            return f.Sum(sum, Channels(f.Table(ElementType.Float32, [known.Count], m => known.AsDouble(m) - Low(m))));
        }
        while (op.Groups == 1 && parts < channels && Most(parts) >= Limit) parts++;
        var sums = op.Groups > 1 ? f.Cast(f.Add(exact, f.Cast(image, ElementType.Float64), f.Cast(weights, ElementType.Float64)), ElementType.Int32)
            : Ranges(channels, parts).Select(p => f.Cast(f.Add(exact, f.Slice(image, 1, p.From, p.To), f.Slice(weights, 1, p.From, p.To)), ElementType.Int32)).Aggregate(f.Sum);
        return bias is null ? sums : f.Sum(sums, Channels(bias));

        double Most(int count) => taps.Chunk(channels * window).Max(filter => filter.Chunk((channels + count - 1) / count * window).Max(c => c.Sum())) * magnitude;

        Value Channels(Value v) => f.Reshape(v, Enumerable.Range(0, x.Shape.Rank).Select(i => i == 1 ? w.Shape[0] : 1));
    }

    private static IEnumerable<(int From, int To)> Ranges(int count, int parts)
    {
        int size = (count + parts - 1) / parts;
        return Enumerable.Range(0, (count + size - 1) / size).Select(p => (p * size, Math.Min(count, (p + 1) * size)));
    }

    /// <summary>Largest magnitude of data minus a constant zero point.</summary>
    private static double Farthest(Value x, Tensor zero)
    {
        CheckType(x);
        var (low, high) = x.Element.Range();
        return Enumerable.Range(0, zero.Count).Max(i => Math.Max(Math.Abs((double)low - zero.AsDouble(i)), Math.Abs((double)high - zero.AsDouble(i))));
    }

    /// <summary>Largest magnitude that data and zero point have together.</summary>
    private static double Magnitude(Formula f, Value x, Value? zero)
    {
        CheckType(x);
        var (low, high) = x.Element.Range();
        double most = Math.Max(Math.Abs((double)low), (double)high);
        if (zero is null) return most;
        return most + (f.Data(zero) is { } data ? Enumerable.Range(0, data.Count).Max(i => Math.Abs(data.AsDouble(i))) : most);
    }

    private static void CheckType(Value x) =>
        InferenceContext.CheckType(x.Element.IsByte(), $"8-bit integers are multiplied, got {x.Element.ShortName()}");

    /// <summary>Magnitudes of the weights, or their bound where they are not constant.</summary>
    private static double[] Weights(Formula f, Value w, Value? zero)
    {
        double most = Magnitude(f, w, zero);
        double[] result = new double[w.Shape.Count];
        if (f.Data(w) is not { } data || (zero is not null && f.Data(zero) is null))
        {
            Array.Fill(result, most);
            return result;
        }
        int count = zero is null ? 1 : f.Data(zero)!.Count;
        double offset = count == 1 && zero is not null ? f.Data(zero)!.AsDouble(0) : 0;
        double spread = count == 1 ? 0 : Enumerable.Range(0, count).Max(i => Math.Abs(f.Data(zero)!.AsDouble(i)));
        for (int i = 0; i < result.Length; i++) result[i] = Math.Abs(data.AsDouble(i) - offset) + spread;
        return result;
    }
}
