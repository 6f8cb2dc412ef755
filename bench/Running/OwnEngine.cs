using CompileModel.Bench.Models;
using CompileModel.Bench.Tools;
using CompileModel.Cli;
using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.Targets;

namespace CompileModel.Bench.Running;

/// <summary>compile-model itself, as it was built with this program. Compiles anew every time, into a folder of this process.</summary>
/// <param name="isQuantized">Whether its programs compute with integers of 8 bits.</param>
public sealed class OwnEngine(bool isQuantized = false) : IEngine
{
    /// <summary>What this process makes.</summary>
    internal static readonly string Folder = Path.Combine(Path.GetTempPath(), $"compile-model-bench-{Environment.ProcessId}");

    /// <inheritdoc/>
    public string Name => Title.Replace(' ', '-');

    /// <inheritdoc/>
    public string Title => isQuantized ? "compile-model int8" : "compile-model";

    /// <inheritdoc/>
    public string? Missing(TargetProfile target) => null;

    /// <inheritdoc/>
    public Runnable Prepare(Network network, TargetProfile target) =>
        Compile(isQuantized ? QuantizedModel.Write(network, target.Name, Folder) : OnnxWriter.WriteOnce(network, ModelFolder.Path), target);

    /// <summary>A program for an ONNX file.</summary>
    public static Runnable Compile(string model, TargetProfile target)
    {
        string name = Path.GetFileNameWithoutExtension(model);
        string output = Path.Combine(Folder, $"{name}-{target.Name}");
        var settings = new CompileSettings(model, ImportOptions.None, target, name);
        var (emitted, program) = CompileRun.Build(settings, output, build: true, new DiagnosticBag(), _ => { }, keepSymbols: true);
        return new(program!, [], [], new FileInfo(program!).Length - emitted!.Plan.Weights.Bytes.Length);
    }

    /// <summary>Removes the programs.</summary>
    public static void Clear()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}
