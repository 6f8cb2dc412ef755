using System.Text.Json;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Cli;

/// <summary><c>inspect</c> and the lists, run as a user runs them.</summary>
public sealed class InspectTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void InspectCountsWhatAModelCosts()
    {
        var b = new OnnxModelBuilder();
        var data = new TestData(1);
        var c = b.Node("Conv", [b.Input("x", 1, 2, 5, 5), b.Constant(data.Floats([4, 2, 3, 3])), b.Constant(data.Floats([4]))]);
        b.Output(b.Node("Relu", [c]));
        using var json = JsonDocument.Parse(Command.CompileModel("inspect", b.Save(folder["m.onnx"]), "--json").Succeeded().Output);
        Assert.Equal(3 * 3 * 4 * 2 * 9, json.RootElement.GetProperty("macs").GetInt64());
        Assert.Equal(76, json.RootElement.GetProperty("parameters").GetInt64());
        Assert.Equal("f32[1,2,5,5]", json.RootElement.GetProperty("inputs").GetProperty("x").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("operators").GetProperty("Conv").GetInt32());
        // In model order: the input and the convolution's result, then that and the activation's.
        Assert.Equal(4 * (50 + 36), json.RootElement.GetProperty("activationBytes").GetInt64());
    }

    [Fact]
    public void InspectNamesEveryUnknownOperatorAtOnce()
    {
        var b = new OnnxModelBuilder();
        b.Output(b.Node("Zorp", [b.Node("some.domain::Blep", [b.Input("x", 3)])]));
        var result = Command.CompileModel("inspect", b.Save(folder["m.onnx"]));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("operator some.domain.Blep is not supported", result.Error);
        Assert.Contains("operator Zorp is not supported", result.Error);
    }

    [Fact]
    public void PrintIrAfterAPassPrintsTheGraph()
    {
        var b = new OnnxModelBuilder();
        b.Output(b.Node("Identity", [b.Node("Relu", [b.Input("x", 3)])]));
        var result = Command.CompileModel("inspect", b.Save(folder["m.onnx"]), "--stop-after", "RemoveNoOps").Succeeded();
        Assert.Contains("// after RemoveNoOps", result.Error);
        Assert.Contains("= Relu(%x)", result.Error);
    }

    [Theory]
    [InlineData("list-targets", "cortex-a72")]
    [InlineData("list-operators", "ConvTranspose")]
    [InlineData("list-passes", "FoldConstants")]
    public void ListsNameWhatThereIs(string command, string line) => Assert.Contains(line, Command.CompileModel(command).Succeeded().Output);

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();
}
