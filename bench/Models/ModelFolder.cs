using CompileModel.Bench.Tools;

namespace CompileModel.Bench.Models;

/// <summary>Where generated models are kept between runs.</summary>
public static class ModelFolder
{
    /// <summary>Counts up whenever the generator writes other files for the same names.</summary>
    private const string Version = "1";

    /// <summary>The folder.</summary>
    public static string Path { get; } = Cache.At("bench", "models-" + Version);
}
