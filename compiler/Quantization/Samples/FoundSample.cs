namespace CompileModel.Quantization.Samples;

/// <summary>A sample that was found and not read yet.</summary>
/// <param name="Name">The sample's name.</param>
/// <param name="Read">Reads it; throws a <see cref="Diagnostics.CompilationException"/> that names the file and the reason.</param>
internal sealed record FoundSample(string Name, Func<CalibrationSample> Read);
