using CompileModel.Tests.Support;

namespace CompileModel.Tests.Cli;

/// <summary><c>--why-kernel</c>, run as a user runs it.</summary>
public sealed class WhyKernelTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void PrintsTheCandidatesAndMarksOne()
    {
        var text = Compile("0").Succeeded().Error;
        Assert.Contains("Conv", text);
        Assert.Contains("kernels on cortex-a72", text);
        Assert.Single(text.Split('\n'), line => line.StartsWith("  * ", StringComparison.Ordinal));
        Assert.Contains(" cycles ", text);
    }

    [Fact]
    public void ANodeThatIsNotThereIsAnError()
    {
        var result = Compile("nowhere");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("no kernel comes from a node 'nowhere'", result.Error);
        Assert.False(Directory.Exists(folder["out"]));
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private Command Compile(string node)
    {
        var b = new OnnxModelBuilder();
        var data = new TestData(1);
        b.Output(b.Node("Conv", [b.Input("x", 1, 16, 9, 9), b.Constant(data.Floats([24, 16, 1, 1]))]));
        return Command.CompileModel("compile", b.Save(folder["m.onnx"]), "--target", "cortex-a72", "-o", folder["out"], "--sources-only", "--why-kernel", node);
    }
}
