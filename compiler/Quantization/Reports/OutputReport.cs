namespace CompileModel.Quantization.Reports;

/// <summary>A result of the model.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sqnr">Signal to noise against the float program, in dB; 150 where there is no difference.</param>
/// <param name="Cosine">Cosine of the angle between both.</param>
public sealed record OutputReport(string Name, double? Sqnr, double? Cosine);
