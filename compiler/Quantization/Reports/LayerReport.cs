namespace CompileModel.Quantization.Reports;

/// <summary>A convolution or matrix product. Numbers that were not measured are null.</summary>
/// <param name="Name">Name of the ONNX node.</param>
/// <param name="Operator">ONNX operator.</param>
/// <param name="Precision"><c>int8</c> or <c>float32</c>.</param>
/// <param name="Reason">Why it stays float32; null when it does not.</param>
/// <param name="Input">What it reads, when that is quantised.</param>
/// <param name="Output">What it gives (after its activation), when that is quantised.</param>
/// <param name="LeastWeightScale">Smallest scale of an output channel.</param>
/// <param name="MostWeightScale">Largest scale of an output channel.</param>
/// <param name="Tensor">The tensor whose fidelity is said: its result after activations.</param>
/// <param name="Sqnr">Signal to noise of the tensor against the float program, in dB; 150 where there is no difference.</param>
/// <param name="Cosine">Cosine of the angle between the tensor and that of the float program.</param>
/// <param name="SoloSqnr">Signal to noise of the model's results (before a softmax at the end) when this layer alone is quantised, in dB.</param>
/// <param name="SoloError">Largest difference of an element of these when this layer alone is quantised.</param>
/// <param name="Cycles">Modelled cycles on the target.</param>
/// <param name="FloatCycles">Modelled cycles of its float32 form.</param>
/// <param name="Share">Its part of the cycles of the whole program, 0 to 1.</param>
public sealed record LayerReport(
    string Name, string Operator, string Precision, string? Reason, TensorReport? Input, TensorReport? Output, double? LeastWeightScale, double? MostWeightScale,
    string? Tensor, double? Sqnr, double? Cosine, double? SoloSqnr, double? SoloError, double? Cycles, double? FloatCycles, double? Share)
{
    /// <summary>Float32 cycles over those now: above 1 where the layer is faster for being quantised.</summary>
    public double? Gain => Cycles > 0 ? FloatCycles / Cycles : null;
}
