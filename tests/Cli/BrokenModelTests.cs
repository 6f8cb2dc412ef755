using CompileModel.IR;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Cli;

/// <summary>What is wrong with a model or an option is said in one diagnostic (or one for each problem): exit code 1, nothing written.</summary>
public class BrokenModelTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void TruncatedFile()
    {
        var bytes = Valid().ToArray();
        foreach (int length in (int[])[0, 1, bytes.Length / 2, bytes.Length - 1]) Fails(bytes[..length], "CM1");
    }

    [Fact]
    public void FileOfZeros() => Fails(new byte[4096], "CM100");

    [Fact]
    public void TextInsteadOfAModel() => Fails([.. "this is not a model, it is a sentence\n"u8], "CM100");

    [Fact]
    public void MissingFile() => Expect(Compile(folder["nothing.onnx"]), "CM1001", "nothing.onnx");

    [Fact]
    public void CyclicGraph()
    {
        var b = new OnnxModelBuilder();
        var x = b.Input("x", 3);
        b.RawNode("Add", [x, "b"], ["a"]);
        b.RawNode("Relu", ["a"], ["b"]);
        b.Output("b");
        Fails(b.ToArray(), "CM1006");
    }

    [Fact]
    public void UndefinedValue()
    {
        var b = new OnnxModelBuilder();
        b.RawNode("Add", [b.Input("x", 3), "nowhere"], ["y"]);
        b.Output("y");
        Fails(b.ToArray(), "CM1007", "nowhere");
    }

    [Fact]
    public void MissingExternalFile() => Fails(External("weights.bin"), "CM1009", "weights.bin");

    [Theory]
    [InlineData("../secret.bin")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../secret.bin")]
    public void ExternalFileOutsideOfTheFolder(string location)
    {
        File.WriteAllBytes(folder["secret.bin"], new byte[64]);
        Directory.CreateDirectory(folder["inside"]);
        File.WriteAllBytes(folder["inside/model.onnx"], External(location));
        Expect(Compile(folder["inside/model.onnx"]), "CM1009");
    }

    [Fact]
    public void ExternalFileTooShort()
    {
        File.WriteAllBytes(folder["weights.bin"], new byte[8]);
        Fails(External("weights.bin"), "CM1009", "weights.bin");
    }

    [Fact]
    public void OperatorNobodyKnows()
    {
        var b = new OnnxModelBuilder();
        b.Output(b.Node("Frobnicate", [b.Input("x", 3)]));
        Fails(b.ToArray(), "CM1005", "Frobnicate");
    }

    [Fact]
    public void TwoUnsupportedNodesAtOnce()
    {
        var b = new OnnxModelBuilder();
        b.Output(b.Node("com.example::Second", [b.Node("Frobnicate", [b.Input("x", 3)])]));
        Fails(b.ToArray(), "CM1005", "Frobnicate", "Second");
    }

    [Fact]
    public void ProblemsOfEveryKindAtOnce()
    {
        var b = new OnnxModelBuilder();
        b.Output(b.Node("Frobnicate", [b.Input("x", 3)]));
        b.Output(b.Node("Relu", [b.SymbolicInput("open", 1, "length")]));
        b.Output(b.Node("Exp", [b.Input(ElementType.Int32, "whole", 3)]));
        b.Output(b.Node("Add", [b.Input("three", 3), b.Input("four", 4)]));
        Expect(Compile(b.Save(folder["model.onnx"])), "CM1005", "Frobnicate", "CM2004", "length", "CM2001", "Exp", "CM2002", "Add");
    }

    [Fact]
    public void BroadcastOfTenDimensions()
    {
        var b = new OnnxModelBuilder();
        var left = b.Input("a", 2, 1, 2, 1, 2, 1, 2, 1, 2, 1);
        b.Output(b.Node("Add", [left, b.Input("b", 1, 2, 1, 2, 1, 2, 1, 2, 1, 2)]));
        Fails(b.ToArray(), "CM2005");
    }

    [Fact]
    public void ShapesThatDoNotFit()
    {
        var b = new OnnxModelBuilder();
        b.Output(b.Node("Add", [b.Input("x", 3), b.Input("y", 4)]));
        Fails(b.ToArray(), "CM2002");
    }

    [Fact]
    public void OpenDimensionWithoutValue()
    {
        var b = new OnnxModelBuilder();
        b.Output(b.Node("Relu", [b.SymbolicInput("x", 1, "length")]));
        Fails(b.ToArray(), "CM2004", "length", "--dim");
    }

    [Theory]
    [InlineData("length=abc")]
    [InlineData("length=-3")]
    [InlineData("length")]
    [InlineData("width=3")]
    [InlineData("length=99999999999")]
    public void WrongDimension(string dimension)
    {
        var b = new OnnxModelBuilder();
        b.Output(b.Node("Relu", [b.SymbolicInput("x", 1, "length")]));
        Expect(Compile(b.Save(folder["model.onnx"]), "--dim", dimension), "CM", dimension.Split('=')[0]);
    }

    [Fact]
    public void NodeWithoutKernel()
    {
        var b = new OnnxModelBuilder();
        b.Output(b.Node("Resize", [b.Input(ElementType.UInt8, "x", 1, 2, 4, 4), b.Constant([0]), b.Constant([4], 1, 1, 2, 2)], ("mode", "linear")));
        Fails(b.ToArray(), "CM3002", "Resize");
    }

    [Fact]
    public void TestDataThatIsNotThere() =>
        Expect(Command.CompileModel("verify", Valid().Save(folder["model.onnx"]), "--target", "cortex-a72", "--test-data", folder["nothing"]), "CM5003", "nothing");

    [Fact]
    public void UnknownTarget() => Expect(Command.CompileModel("compile", Valid().Save(folder["model.onnx"]), "--target", "cortex-m0", "-o", folder["out"]), "CM3001", "cortex-m0");

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private static OnnxModelBuilder Valid()
    {
        var b = new OnnxModelBuilder();
        b.Output(b.Node("Add", [b.Input("x", 8, 8), b.Constant(new TestData(1).Floats([8, 8]))]));
        return b;
    }

    private static byte[] External(string location)
    {
        var b = new OnnxModelBuilder();
        b.Output(b.Node("Add", [b.Input("x", 16), b.ExternalConstant(location, 0, 16)]));
        return b.ToArray();
    }

    private void Fails(byte[] model, params string[] said)
    {
        File.WriteAllBytes(folder["model.onnx"], model);
        Expect(Compile(folder["model.onnx"]), said);
    }

    private Command Compile(string model, params string[] options) => Command.CompileModel(["compile", model, "--target", "cortex-a72", "-o", folder["out"], .. options]);

    private void Expect(Command command, params string[] said)
    {
        Assert.True(command.ExitCode == 1, $"exit code {command.ExitCode}\n{command.Output}{command.Error}");
        foreach (var text in said) Assert.Contains(text, command.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", command.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("CM9", command.Error, StringComparison.Ordinal);
        Assert.Equal("", command.Output);
        Assert.False(Directory.Exists(folder["out"]), "something was written");
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(folder.Path), f => Path.GetFileName(f).StartsWith('.'));
    }
}
