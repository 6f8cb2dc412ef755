using CompileModel.Publish;
using CompileModel.IR;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Cli;

/// <summary>Programs that keep an output for the next inference, and programs on a stream of frames.</summary>
public class StatefulTests : IClassFixture<StatefulTests.Program>
{
    private readonly Program program;

    public StatefulTests(Program program) => this.program = program;

    /// <summary>sum = old + x, twice = 2 x, compiled once; sum is the old of the next inference.</summary>
    public sealed class Program : IDisposable
    {
        internal TempFolder Folder { get; } = new();

        internal string Path => Folder["out/bin/sums"];

        public Program()
        {
            Model().Save(Folder["sums.onnx"]);
            Command.CompileModel(["compile", Folder["sums.onnx"], "--target", "x86-64-v3", "--stateful", "sum=old", "-o", Folder["out"]]).Succeeded();
        }

        internal static OnnxModelBuilder Model()
        {
            var model = new OnnxModelBuilder();
            string x = model.Input("x", 3), old = model.Input("old", 3);
            model.RawNode("Add", [old, x], ["sum"]);
            model.RawNode("Add", [x, x], ["twice"]);
            model.Output("sum");
            model.Output("twice");
            return model;
        }

        public void Dispose() => Folder.Dispose();
    }

    private static Tensor Frames => Tensor.Of(Shape.Of(3, 3), [1, 2, 3, 10, 20, 30, 100, 200, 300]);

    [Fact]
    public void AStateIsCarriedFromFrameToFrame()
    {
        NpyFile.Write(program.Folder["frames.npy"], Frames);
        Assert.Equal([1, 2, 3, 11, 22, 33, 111, 222, 333], Sums("npy", ["--input", program.Folder["frames.npy"]]));
        File.WriteAllBytes(program.Folder["frames.bin"], Frames.Bytes.ToArray());
        Assert.Equal([1, 2, 3, 11, 22, 33, 111, 222, 333], Sums("raw", ["--input", $"x={program.Folder["frames.bin"]}"]));
        Assert.Equal([2, 4, 6, 20, 40, 60, 200, 400, 600], NpyFile.Read(program.Folder["raw/twice.npy"]).Span<float>().ToArray());
    }

    [Fact]
    public void AStateCanBeginElsewhere()
    {
        NpyFile.Write(program.Folder["two.npy"], Tensor.Of(Shape.Of(1, 3), [1, 2, 3]));
        NpyFile.Write(program.Folder["old.npy"], Tensor.Of(Shape.Of(3), [1000, 0, 0]));
        Assert.Equal([1001, 2, 3], Sums("old", ["--input", $"x={program.Folder["two.npy"]}", "--input", $"old={program.Folder["old.npy"]}"]));
    }

    [Fact]
    public void StandardInputIsReadToItsEnd()
    {
        File.WriteAllBytes(program.Folder["piped.bin"], Frames.Bytes.ToArray());
        Command Piped(string cut) => Command.Run("sh", ["-c", $"head -c {cut} {program.Folder["piped.bin"]} | {program.Path} --stream --input - --output-dir {program.Folder["piped"]}"]);
        Piped("24").Succeeded();
        var sums = NpyFile.Read(program.Folder["piped/sum.npy"]);
        Assert.Equal([2, 3], sums.Shape.ToArray());
        Assert.Equal([1, 2, 3, 11, 22, 33], sums.Span<float>().ToArray());
        Assert.Equal("error: '-' ends inside of a frame of 12 bytes\n", Piped("30").Error);
    }

    [Fact]
    public void OneInferenceNeedsNoState()
    {
        NpyFile.Write(program.Folder["one.npy"], Tensor.Of(Shape.Of(3), [1, 2, 3]));
        Command.Run(program.Path, ["--input", program.Folder["one.npy"], "--output-dir", program.Folder["one"]]).Succeeded();
        Assert.Equal([1, 2, 3], NpyFile.Read(program.Folder["one/sum.npy"]).Span<float>().ToArray());
        Assert.Contains("state:      old f32[3]", Command.Run(program.Path, ["--info"]).Succeeded().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--stream", "input 'x' has no file; give --input x=FILE with frames of f32[3]")]
    [InlineData("--stream --bench 3", "--stream and --bench exclude each other")]
    [InlineData("--stream --input wrong.npy", "input 'x' (wrong.npy): has shape (2,4,), which are no frames; expected f32[3]")]
    [InlineData("--stream --input wrong.bin", "input 'x' (wrong.bin): holds 16 bytes of data, which are no whole frames of 12")]
    public void MistakesAreOneClearLine(string arguments, string expected)
    {
        NpyFile.Write(program.Folder["wrong.npy"], Tensor.Zeros(ElementType.Float32, Shape.Of(2, 4)));
        File.WriteAllBytes(program.Folder["wrong.bin"], new byte[16]);
        var run = Command.Run(program.Path, arguments.Split(' '), program.Folder.Path);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal($"error: {expected}\n", run.Error);
    }

    [Theory]
    [InlineData("sum", "--stateful sum is not of the form OUT=IN")]
    [InlineData("total=old", "the model has no output 'total'")]
    [InlineData("sum=before", "the model has no input 'before'")]
    public void StatesMustBeThere(string state, string expected)
    {
        var run = Command.CompileModel(["compile", program.Folder["sums.onnx"], "--target", "x86-64-v3", "--stateful", state, "-o", program.Folder["refused"]]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void TheDotnetFlavorKeepsStatesInTheModel()
    {
        var build = Command.Run("dotnet", ["build", program.Folder["out/sums.csproj"], "-p:Flavor=dotnet", "--nologo", "-warnaserror"]).Succeeded();
        Assert.Contains("0 Warning(s)", build.Output, StringComparison.Ordinal);
        var model = System.Reflection.Assembly.LoadFrom(Directory.GetFiles(program.Folder["out/bin/dotnet"], "*.dll", SearchOption.AllDirectories).First(f => Path.GetFileName(f) == "sums.dll"))
            .GetTypes().Single(t => t is { IsPublic: true, Namespace: "CompiledModel" });
        Assert.Equal(["x", "twice"], model.GetMethod("Run")!.GetParameters().Select(p => p.Name));
        Assert.NotNull(model.GetMethod("Reset"));
        Assert.NotNull(model.GetProperty("State1"));
    }

    private float[] Sums(string folder, string[] inputs)
    {
        Command.Run(program.Path, ["--stream", .. inputs, "--output-dir", program.Folder[folder]]).Succeeded();
        return NpyFile.Read(program.Folder[folder + "/sum.npy"]).Span<float>().ToArray();
    }
}
