using CompileModel.IR;
using CompileModel.Publish;
using CompileModel.Tests.OnnxRuntime;
using CompileModel.Tests.Compiled;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Cli;

/// <summary>What <c>compile</c> leaves in its folder: the same bytes from everywhere, readable, and a project that builds by itself.</summary>
public class EmittedProjectTests
{
    /// <summary>The sources of a small model as people review them; see tests/README.md for how to accept a change.</summary>
    [Theory]
    [InlineData("cortex-a72")]
    public void Snapshot(string target)
    {
        using var folder = new TempFolder();
        Compile(folder, "out", target, "--sources-only");
        var sources = Directory.EnumerateFiles(folder["out"], "*.g.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f => $"// ---- {Path.GetRelativePath(folder["out"], f)}\n{File.ReadAllText(f)}");
        Support.Snapshot.Verify($"small_model_{target}", "cs", string.Join('\n', sources));
    }

    [Theory]
    [InlineData("cortex-a53")]
    [InlineData("x86-64-v3")]
    public void TwoCompilationsGiveTheSameBytes(string target)
    {
        using var here = new TempFolder();
        using var there = new TempFolder();
        Compile(here, "out", target);
        Compile(there, "some/other folder", target);
        var files = Files(here["out"]);
        Assert.Equal(files.Keys, Files(there["some/other folder"]).Keys);
        Rules.Hold(Files(there["some/other folder"]).Where(f => !f.Value.AsSpan().SequenceEqual(files[f.Key])).Select(f => $"{f.Key} differs"));
        Assert.Contains("bin/small", files.Keys);
    }

    [Theory]
    [InlineData("cortex-a72")]
    [InlineData("x86-64-v3")]
    public void DotnetBuildOfTheProjectGivesTheSameProgram(string target)
    {
        using var folder = new TempFolder();
        Compile(folder, "out", target);
        var ours = File.ReadAllBytes(folder["out/bin/small"]);
        File.Delete(folder["out/bin/small"]);
        var build = Command.Run("dotnet", ["build", folder["out/small.csproj"], "--nologo", "-warnaserror"]).Succeeded();
        Assert.Contains("0 Warning(s)", build.Output, StringComparison.Ordinal);
        Assert.True(ours.AsSpan().SequenceEqual(File.ReadAllBytes(folder["out/bin/small"])), "another program than the one of compile-model");
    }

    [Fact]
    public void TheDotnetFlavorBuilds()
    {
        using var folder = new TempFolder();
        Compile(folder, "out", "x86-64-v3", "--sources-only");
        var build = Command.Run("dotnet", ["build", folder["out/small.csproj"], "-p:Flavor=dotnet", "--nologo", "-warnaserror"]).Succeeded();
        Assert.Contains("0 Warning(s)", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void VerifyTellsPassAndFail()
    {
        using var folder = new TempFolder();
        var model = SmallModel.Create();
        model.Save(folder["small.onnx"]);
        var inputs = TestInputs.For(model, 3);
        var outputs = OrtSession.RunOnce(model.ToArray(), inputs);
        NpyFile.Write(folder["input_0.npy"], inputs["image"]);
        NpyFile.Write(folder["output_0.npy"], outputs.Values.Single());
        string[] command = ["verify", folder["small.onnx"], "--target", "cortex-a53", "--test-data", folder.Path];
        Assert.Contains("pass", Command.CompileModel(command).Succeeded().Output, StringComparison.Ordinal);

        NpyFile.Write(folder["output_0.npy"], Tensor.Zeros(ElementType.Float32, outputs.Values.Single().Shape));
        var failed = Command.CompileModel(command);
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("FAIL", failed.Output, StringComparison.Ordinal);
    }

    private static void Compile(TempFolder folder, string output, string target, params string[] options)
    {
        SmallModel.Create().Save(folder["small.onnx"]);
        Command.CompileModel(["compile", folder["small.onnx"], "--target", target, "-o", folder[output], .. options]).Succeeded();
    }

    private static SortedDictionary<string, byte[]> Files(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f), File.ReadAllBytes), StringComparer.Ordinal);
}
