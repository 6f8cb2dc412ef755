using System.Runtime.InteropServices;
using CompileModel.Bench.Tools;

namespace CompileModel.Bench.Models;

/// <summary>A <see cref="Network"/> with integers of 8 bits, as <c>compile-model compile --quantize int8</c> makes it for a target from seeded samples.</summary>
internal static class QuantizedModel
{
    private const int SampleCount = 4;

    /// <summary>Writes the QDQ model as NAME-int8.onnx and returns its path.</summary>
    /// <param name="network">The network.</param>
    /// <param name="target">Name of the target that decides which layers become integers.</param>
    /// <param name="folder">Takes the model.</param>
    public static string Write(Network network, string target, string folder)
    {
        string path = Path.Combine(folder, target, network.Name + "-int8.onnx"), sources = Path.Combine(folder, target, network.Name + "-sources");
        if (File.Exists(path)) return path;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        string[] command = ["compile", OnnxWriter.WriteOnce(network, ModelFolder.Path), "--target", target, "--output", sources, "--sources-only", "--quantize", "int8", "--calibration", Samples(network), "--export-qdq", path];
        var (report, standard) = (new StringWriter(), Console.Out);
        Console.SetOut(report);
        try
        {
            if (CompileModel.Cli.Program.Main(command) != 0) throw new BenchException($"compile-model {string.Join(' ', command)} failed");
        }
        finally
        {
            Console.SetOut(standard);
        }
        Directory.Delete(sources, recursive: true);
        return path;
    }

    private static string Samples(Network network) => Cache.Once(Path.Combine(ModelFolder.Path, network.Name + "-samples"), folder =>
    {
        Directory.CreateDirectory(folder);
        var source = new GaussianSource(GaussianSource.Seed(network.Name + " samples"));
        for (int i = 0; i < SampleCount; i++) File.WriteAllBytes(Path.Combine(folder, $"{i}.bin"), MemoryMarshal.AsBytes(source.Draw(network.Input.Count, 1).AsSpan()));
    });
}
