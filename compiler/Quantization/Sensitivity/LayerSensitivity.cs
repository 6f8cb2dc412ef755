namespace CompileModel.Quantization.Sensitivity;

/// <summary>What quantising one product alone does to the results of the model.</summary>
/// <param name="Product">Name of its node.</param>
/// <param name="Sqnr">Signal to noise of all results (before a softmax at the end) together, in dB, as <see cref="Fidelity.Sqnr"/>.</param>
/// <param name="Largest">Largest difference of an element of a result.</param>
public sealed record LayerSensitivity(string Product, double Sqnr, double Largest);
