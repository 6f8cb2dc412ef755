namespace CompileModel.Reference;

/// <summary>Mean and variance.</summary>
public static class Statistics
{
    /// <summary>Subtracts the mean and divides by sqrt(variance + epsilon), in place.</summary>
    /// <returns>The mean, and 1 / sqrt(variance + epsilon).</returns>
    public static (double Mean, double InverseDeviation) Standardize(Span<double> values, double epsilon)
    {
        double sum = 0, squares = 0;
        foreach (double v in values) sum += v;
        double mean = sum / values.Length;
        foreach (double v in values) squares += (v - mean) * (v - mean);
        double inverse = 1 / Math.Sqrt(squares / values.Length + epsilon);
        foreach (ref double v in values) v = (v - mean) * inverse;
        return (mean, inverse);
    }
}
