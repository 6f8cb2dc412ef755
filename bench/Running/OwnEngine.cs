using CompileModel.Bench.Tools;
using CompileModel.Cli;
using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.Targets;

namespace CompileModel.Bench.Running;

/// <summary>compile-model itself, as it was built with this program.</summary>
public sealed class OwnEngine : IEngine
{
    /// <inheritdoc/>
    public string Name => "compile-model";

    /// <inheritdoc/>
    public string? Missing(TargetProfile target) => null;

    /// <inheritdoc/>
    public Runnable Prepare(string model, TargetProfile target)
    {
        string name = Path.GetFileNameWithoutExtension(model);
        // Compiled anew every time: the compiler may have changed. The folder is this process's own.
        string output = Path.Combine(Path.GetTempPath(), $"compile-model-bench-{Environment.ProcessId}", $"{name}-{target.Name}");
        var settings = new CompileSettings(model, ImportOptions.None, target, name);
        var (emitted, program) = CompileRun.Build(settings, output, build: true, new DiagnosticBag(), _ => { }, keepSymbols: true);
        long bytes = new FileInfo(program!).Length - emitted!.Plan.Weights.Bytes.Length;
        return new(program!, [], [], bytes);
    }
}
