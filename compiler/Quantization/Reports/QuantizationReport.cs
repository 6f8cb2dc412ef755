using System.Text.Json;

namespace CompileModel.Quantization.Reports;

/// <summary>What quantisation does to a model, layer by layer. Numbers that were not measured are null.</summary>
/// <param name="Model">File name.</param>
/// <param name="Target">Whose cycles are modelled, or null.</param>
/// <param name="Samples">Number of samples that fidelity was measured on.</param>
/// <param name="Outputs">Results of the quantised program against those of the float program.</param>
/// <param name="Accuracy">On labelled data, or null.</param>
/// <param name="Cycles">Modelled cycles of the program.</param>
/// <param name="FloatCycles">Modelled cycles of the float32 program.</param>
/// <param name="Layers">Convolutions and matrix products in the order of the model.</param>
public sealed record QuantizationReport(
    string Model, string? Target, int Samples, IReadOnlyList<OutputReport> Outputs, AccuracyReport? Accuracy, double? Cycles, double? FloatCycles, IReadOnlyList<LayerReport> Layers)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Layers that are computed with integers.</summary>
    public int QuantizedLayers => Layers.Count(l => l.Precision == "int8");

    /// <summary>Float32 cycles over those now.</summary>
    public double? Gain => Cycles > 0 ? FloatCycles / Cycles : null;

    /// <summary>The report for scripts.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Indented) + "\n";

    /// <summary>A number to be reported: null for what is not one.</summary>
    public static double? Finite(double value) => double.IsFinite(value) ? Math.Round(value, 6) : null;
}
