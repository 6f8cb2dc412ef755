namespace CompileModel.Quantization.Samples;

/// <summary>Samples that are read when they are needed. Reading is safe from several threads at once, and gives the same every time.</summary>
public interface ISampleSource
{
    /// <summary>Number of samples; at least 1.</summary>
    int Count { get; }

    /// <summary>Reads one sample.</summary>
    /// <param name="index">From 0 on.</param>
    /// <exception cref="Diagnostics.CompilationException">The file cannot be read, or does not hold what the model takes.</exception>
    CalibrationSample Read(int index);
}
