using System.Diagnostics;
using CompileModel.Cli.Quantizing;
using CompileModel.Diagnostics;
using CompileModel.Emit;
using CompileModel.Passes.Planning;
using CompileModel.Publish;

namespace CompileModel.Cli;

/// <summary>One run of <c>compile</c>: from the ONNX file to the folder on disk and the report.</summary>
internal static class CompileRun
{
    /// <summary>What to do besides compiling.</summary>
    /// <param name="Build">Whether the executable is built.</param>
    /// <param name="Map">Whether the memory map is printed.</param>
    /// <param name="KeepSymbols">Whether the executable keeps its symbol table.</param>
    /// <param name="Json">Whether the report is JSON.</param>
    /// <param name="Quantize">How the model is quantised before, or null.</param>
    internal sealed record Request(bool Build, bool Map, bool KeepSymbols, bool Json, QuantizeRequest? Quantize = null);

    /// <summary>Quantises if wanted and compiles; returns the exit code.</summary>
    public static int Run(CompileSettings settings, string output, Request request)
    {
        if (request.Quantize is not { } quantize) return Compile(settings, output, request);
        string work = Directory.CreateTempSubdirectory("compile-model-").FullName;
        try
        {
            var diagnostics = new DiagnosticBag();
            var quantized = Progress.RunWithBar($"quantizing {settings.Name}", (progress, part) => QuantizeRun.Run(settings, quantize, work, diagnostics, progress, part));
            foreach (var d in diagnostics.Items) Console.Error.WriteLine(d);
            if (quantized.Report is { } report)
            {
                foreach (string file in quantize.ReportFiles) ReportFiles.Write(report, file);
                if (!request.Json) ReportTable.Print(report, Console.Out);
            }
            return Compile(quantized.Settings, output, request);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static int Compile(CompileSettings settings, string output, Request request)
    {
        long start = Stopwatch.GetTimestamp();
        var diagnostics = new DiagnosticBag();
        var (emitted, program) = Progress.Run($"compiling {settings.Name} for {settings.Target.Name}", progress => Build(settings, output, request.Build, diagnostics, progress, request.KeepSymbols));
        foreach (var d in diagnostics.Items) Console.Error.WriteLine(d);
        (settings.Observer as PassLog)?.PrintTimes();
        if (emitted is null) return 0;
        var report = CompileReport.Of(settings, emitted, output, program, Stopwatch.GetElapsedTime(start));
        Console.Out.Write(request.Json ? report.ToJson() : report.ToText());
        if (request.Map) Console.Out.Write(MemoryMap.Write(emitted.Plan));
        return 0;
    }

    /// <summary>Compiles into a folder that appears complete or not at all.</summary>
    /// <returns>The sources (null when a pass option stopped the compiler) and the path of the executable, when it was built.</returns>
    public static (EmittedModel? Emitted, string? Program) Build(CompileSettings settings, string output, bool build, DiagnosticBag diagnostics, Action<string> progress,
        bool keepSymbols = false)
    {
        var emitted = ModelCompiler.Compile(settings, diagnostics, progress);
        if (emitted is null) return (null, null);
        return (emitted, Write(emitted, settings, output, build, progress, keepSymbols));
    }

    /// <summary>Writes emitted sources to a folder that appears complete or not at all, and builds them if wanted.</summary>
    /// <returns>The path of the executable, when it was built.</returns>
    public static string? Write(EmittedModel emitted, CompileSettings settings, string output, bool build, Action<string> progress, bool keepSymbols = false)
    {
        using var staged = new StagedFolder(output);
        var target = PublishTarget.Of(settings.Target) with { KeepSymbols = keepSymbols };
        SourceFiles.Write(emitted, staged.Path);
        ProjectFiles.Write(staged.Path, settings.Name, target);
        if (build) Publisher.Publish(new(staged.Path, settings.Name, target), new Steps(progress));
        staged.Commit(ProjectFiles.Folders);
        return build ? Path.Combine(output, "bin", settings.Name) : null;
    }

    /// <summary>Names the steps of publishing to the progress display, in order and on the same thread.</summary>
    private sealed class Steps(Action<string> progress) : IProgress<PublishStep>
    {
        public void Report(PublishStep step) => progress(step.Title);
    }
}
