using CompileModel.IR;

namespace CompileModel.Quantization.Calibration;

/// <summary>Chooses what is looked at of the tensors that become integers.</summary>
public static class TapChoice
{
    /// <summary>How many numbers of one tensor all samples together give for its histogram, and the least and most of one sample.</summary>
    private const int Numbers = 1 << 21, Least = 1 << 12, Most = 1 << 16;

    /// <summary>A tap for each tensor of a scope; means are taken of those that products read.</summary>
    /// <param name="scope">What becomes integers.</param>
    /// <param name="types">Types of the tensors by name.</param>
    /// <param name="samples">How many samples there will be.</param>
    public static IReadOnlyList<Tap> Of(QuantizationScope scope, IReadOnlyDictionary<string, TensorType> types, int samples)
    {
        var readers = scope.Products.DistinctBy(p => p.Node.Input(0)).ToDictionary(p => p.Node.Input(0));
        int most = Math.Clamp(Numbers / samples, Least, Most);
        return [.. scope.Tensors.Select(t => readers.TryGetValue(t, out var product)
            ? Tap.Of(t, types[t].Shape.Count, most, product.InputChannels, product.Node.OpType != "Conv")
            : Tap.Of(t, types[t].Shape.Count, most, 0, false))];
    }
}
