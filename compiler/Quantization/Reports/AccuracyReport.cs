namespace CompileModel.Quantization.Reports;

/// <summary>Part of labelled samples whose largest element of the first result is the one of the label, in percent.</summary>
/// <param name="Samples">Number of samples.</param>
/// <param name="Float">Of the float program.</param>
/// <param name="Quantized">With the chosen layers quantised.</param>
public sealed record AccuracyReport(int Samples, double Float, double Quantized)
{
    /// <summary>Points that quantisation costs.</summary>
    public double Drop => Float - Quantized;
}
