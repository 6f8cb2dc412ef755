using CompileModel.IR.Operators;

namespace CompileModel.IR;

/// <summary>
/// Formulas of sums of products of 8-bit integers that are exact although floats compute them: float32 holds every integer up to 2^24, so a sum is taken in as few parts as keep each
/// below that whatever the data; the parts are added as int32. Constant weights make the bound sharp.
/// </summary>
public static class ExactProducts
{
    private const double Limit = 1 << 24;

    /// <summary>(a - aZero) times (b - bZero) as matrices; float32 when one part is enough, else int32. Zero points broadcast or are left out.</summary>
    public static Value MatMul(Formula f, Value a, Value? aZero, Value b, Value? bZero)
    {
        double magnitude = Magnitude(f, a, aZero);
        Value left = Quantization.Centered(f, a, aZero), right = Quantization.Centered(f, b, bZero);
        int depth = a.Shape[^1], parts = 1;
        double[] weights = Weights(f, b, bZero);
        int columns = b.Shape.Rank == 1 ? 1 : b.Shape[^1];
        while (parts < depth && !Fits(parts)) parts++;
        int size = (depth + parts - 1) / parts;
        if (parts == 1) return f.Add(new MatMul(), left, right);
        int row = a.Shape.Rank - 1, column = Math.Max(0, b.Shape.Rank - 2);
        var sums = Enumerable.Range(0, (depth + size - 1) / size).Select(p => (From: p * size, To: Math.Min(depth, (p + 1) * size)))
            .Select(p => f.Cast(f.Add(new MatMul(), f.Slice(left, row, p.From, p.To), f.Slice(right, column, p.From, p.To)), ElementType.Int32));
        return sums.Aggregate(f.Sum);

        bool Fits(int count)
        {
            int part = (depth + count - 1) / count;
            double[] totals = new double[weights.Length / depth];
            for (int k = 0; k < depth; k++)
            {
                if (k % part == 0) Array.Clear(totals);
                for (int i = 0; i < totals.Length; i++)
                    if ((totals[i] += magnitude * weights[(i / columns * depth + k) * columns + (i % columns)]) >= Limit) return false;
            }
            return true;
        }
    }

    /// <summary>The convolution of x - xZero with w - wZero, plus an int32 bias[M] that is constant or left out; float32 or, when many products add up, int32.</summary>
    public static Value Conv(Formula f, Conv op, Value x, Value? xZero, Value w, Value? wZero, Value? bias = null)
    {
        double magnitude = f.Data(xZero) is { } zero ? Farthest(x, zero) : Magnitude(f, x, xZero);
        Value image = Quantization.Centered(f, x, xZero), weights = Quantization.Centered(f, w, wZero);
        double[] taps = Weights(f, w, wZero), start = [.. Enumerable.Range(0, w.Shape[0]).Select(m => bias is null ? 0 : Math.Abs(f.Data(bias)!.AsDouble(m)))];
        int channels = w.Shape[1], window = taps.Length / (w.Shape[0] * channels), parts = 1;
        while (op.Groups == 1 && parts < channels && Most(parts) >= Limit) parts++;
        var exact = op with { IsExact = true };
        if (parts == 1 && Most(1) < Limit) return bias is null ? f.Add(exact, image, weights) : f.Add(exact, image, weights, f.Cast(bias, ElementType.Float32));
        int size = (channels + parts - 1) / parts;
        var sums = parts == 1 ? f.Cast(f.Add(exact, f.Cast(image, ElementType.Float64), f.Cast(weights, ElementType.Float64)), ElementType.Int32)
            : Enumerable.Range(0, (channels + size - 1) / size).Select(p => (From: p * size, To: Math.Min(channels, (p + 1) * size)))
                .Select(p => f.Cast(f.Add(exact, f.Slice(image, 1, p.From, p.To), f.Slice(weights, 1, p.From, p.To)), ElementType.Int32)).Aggregate(f.Sum);
        return bias is null ? sums : f.Sum(sums, f.Reshape(bias, sums.Shape.ToArray().Select((_, i) => i == 1 ? w.Shape[0] : 1)));

        double Most(int count)
        {
            int part = (channels + count - 1) / count * window;
            double[] totals = [.. taps.Chunk(channels * window).SelectMany((filter, m) => filter.Chunk(part).Select(c => (c.Sum() * magnitude) + start[m]))];
            return totals.Max();
        }
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
        InferenceContext.CheckType(x.Element is ElementType.Int8 or ElementType.UInt8, $"8-bit integers are multiplied, got {x.Element.ShortName()}");

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
