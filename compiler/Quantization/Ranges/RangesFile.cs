using System.Text.Json;
using CompileModel.Diagnostics;

namespace CompileModel.Quantization.Ranges;

/// <summary>What calibration found, as a JSON file: an object with the tensors' names, each with low, high, least, most and means.</summary>
public static class RangesFile
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    /// <summary>Writes a file; names come in ordinal order.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ranges">All finite.</param>
    /// <exception cref="CompilationException">CM4017: it cannot be written.</exception>
    public static void Write(string path, IReadOnlyDictionary<string, TensorRange> ranges)
    {
        try
        {
            File.WriteAllText(path, JsonSerializer.Serialize(new SortedDictionary<string, TensorRange>(ranges.ToDictionary(), StringComparer.Ordinal), Format) + "\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CompilationException(DiagnosticCodes.BadRanges, e.Message, new(path));
        }
    }

    /// <summary>Reads what a scope needs.</summary>
    /// <param name="path">The file.</param>
    /// <param name="scope">What becomes integers.</param>
    /// <exception cref="CompilationException">CM4017: it cannot be read, or does not fit the model.</exception>
    public static IReadOnlyDictionary<string, TensorRange> Read(string path, QuantizationScope scope)
    {
        Dictionary<string, TensorRange>? ranges;
        try
        {
            ranges = JsonSerializer.Deserialize<Dictionary<string, TensorRange>>(File.ReadAllText(path), Format);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Bad(path, e.Message);
        }
        if (ranges is null) throw Bad(path, "it holds nothing");
        if (scope.Tensors.FirstOrDefault(t => ranges.GetValueOrDefault(t) is null) is { } missing) throw Bad(path, $"no range of tensor '{missing}'");
        foreach (string tensor in scope.Tensors)
            if (!(ranges[tensor] is { Low: <= 0, High: >= 0 } range && double.IsFinite(range.High - range.Low) && range.Means.All(float.IsFinite))) throw Bad(path, $"the range of tensor '{tensor}' does not hold 0, or is not finite");
        foreach (var product in scope.Products)
            if (ranges[product.Node.Input(0)].Means.Count is var count and not 0 && count != product.InputChannels) throw Bad(path, $"{count} means for the {product.InputChannels} channels of tensor '{product.Node.Input(0)}'");
        return ranges;
    }

    private static CompilationException Bad(string path, string message) => new(DiagnosticCodes.BadRanges, message, new(path), "write it with --save-ranges from the same model");
}
