using System.Globalization;
using System.Runtime.Intrinsics.X86;
using CompileModel.Cli;
using CompileModel.Diagnostics;
using CompileModel.Emit;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.Publish;
using CompileModel.Targets;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Compiled;

/// <summary>A model that went through the whole compiler, as a program that runs here: natively on x86-64, under qemu with the core's own CPU model on Arm.</summary>
internal sealed class CompiledProgram : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly ProgramRunner runner;

    /// <summary>Compiles a file.</summary>
    public CompiledProgram(string model, string target, bool keepSymbols = false, ImportOptions? import = null)
    {
        Assert.SkipUnless(target != "x86-64-v4" || Avx512BW.IsSupported, "this machine has no AVX-512");
        var profile = TargetProfiles.Load(target);
        var settings = new CompileSettings(model, import ?? ImportOptions.None, profile, "model");
        Emitted = CompileRun.Build(settings, folder["out"], build: true, new DiagnosticBag(), _ => { }, keepSymbols).Emitted!;
        runner = new(profile.Architecture == TargetArchitecture.Arm64, profile.QemuCpu);
    }

    /// <summary>Compiles a model that a test built.</summary>
    public static CompiledProgram Of(OnnxModelBuilder model, string target, bool keepSymbols = false)
    {
        if (Environment.GetEnvironmentVariable("KEEP_MODELS") is { } kept) model.Save(System.IO.Path.Combine(kept, $"{TestContext.Current.TestMethod!.MethodName}_{target}.onnx"));
        using var files = new TempFolder();
        return new(model.Save(files["model.onnx"]), target, keepSymbols);
    }

    /// <summary>The sources and the memory plan.</summary>
    public EmittedModel Emitted { get; }

    /// <summary>The executable.</summary>
    public string Path => folder["out/bin/model"];

    /// <summary>The emitted project.</summary>
    public string Project => folder["out"];

    /// <summary>Runs the program once with .npy files; outputs by name.</summary>
    public IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs, int threads = 1)
    {
        using var files = new TempFolder();
        var arguments = new List<string> { "--threads", threads.ToString(CultureInfo.InvariantCulture), "--output-dir", files.Path };
        foreach (var (input, i) in inputs.Select((input, i) => (input, i)))
        {
            NpyFile.Write(files[$"input_{i}.npy"], input.Value);
            arguments.AddRange(["--input", $"{input.Key}={files[$"input_{i}.npy"]}"]);
        }
        var result = runner.Run(Path, arguments);
        Assert.True(result.ExitCode == 0, $"exit code {result.ExitCode}: {result.Error}");
        return Emitted.Plan.Graph.Outputs.ToDictionary(o => o.Name, o => NpyFile.Read(files[FileName(o.Name)]));
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private static string FileName(string output) => string.Concat(output.Select(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' ? c : '_')) + ".npy";
}
