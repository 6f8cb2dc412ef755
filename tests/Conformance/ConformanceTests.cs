using CompileModel.IR;
using CompileModel.Publish;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Conformance;

/// <summary><c>conformance</c> on a suite that a test makes: one case of each verdict that a suite can bring about, the report, the ledger.</summary>
public sealed class ConformanceTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void EveryCaseGetsItsVerdict()
    {
        var result = Run();
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("differs   node/b_wrong: output", result.Output);
        Assert.Contains("refused   node/c_unknown: CM1005 operator Zorp is not supported", result.Output);
        Assert.Contains("notensors node/d_empty: CM5003", result.Output);
        Assert.Contains("5 cases, 2 pass, 1 refused, 1 notensors, 1 differs; 1 of the passed ones with some inputs constant", result.Output);
    }

    [Fact]
    public void ALedgerFailsOnChangesForTheWorse()
    {
        Run("--write-ledger", folder["ledger.txt"]);
        Assert.Equal(0, Run("--ledger", folder["ledger.txt"]).ExitCode);
        string recorded = File.ReadAllText(folder["ledger.txt"]);
        Assert.Contains("node/a_relu: pass", recorded);
        File.WriteAllText(folder["ledger.txt"], recorded.Replace("b_wrong: differs", "b_wrong: pass"));
        var worse = Run("--ledger", folder["ledger.txt"]);
        Assert.Equal(1, worse.ExitCode);
        Assert.Contains("worse: node/b_wrong: Pass before, Differs now", worse.Error);
    }

    [Fact]
    public void AFolderWithoutCasesIsAnError() => Assert.Contains("CM5003", Command.CompileModel("conformance", folder["nowhere"], "--target", "x86-64-v3").Error);

    /// <summary>The official cases, when asked for: no case may be worse than recorded in Snapshots/conformance.txt.</summary>
    [Theory, InlineData("x86-64-v3"), InlineData("cortex-a53")]
    public void OfficialCases(string target)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CONFORMANCE") == "1", "takes minutes; CONFORMANCE=1 ./test --filter OfficialCases runs it");
        Assert.SkipUnless(Repository.Shared is not null, "../shared is not there; the ONNX backend cases are left out");
        string archive = Path.Combine(Repository.Shared!, "onnx-tests", "backend-tests.tar.gz");
        Command.Run("dotnet", [typeof(Graph).Assembly.Location, "conformance", archive, "--target", target, "--ledger", Repository.At("tests", "Snapshots", "conformance.txt")], limitSeconds: 3600).Succeeded();
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private Command Run(params string[] options)
    {
        if (!Directory.Exists(folder["suite"])) WriteSuite();
        return Command.CompileModel(["conformance", folder["suite"], "--target", "x86-64-v3", .. options]);
    }

    private void WriteSuite()
    {
        var x = Tensor.Of(Shape.Of(3), -1, 2, 3);
        var relu = Tensor.Of(Shape.Of(3), 0, 2, 3);
        Case("a_relu", b => b.Node("Relu", [b.Input("x", 3)]), [x], [relu]);
        Case("b_wrong", b => b.Node("Relu", [b.Input("x", 3)]), [x], [x]);
        Case("c_unknown", b => b.Node("Zorp", [b.Input("x", 3)]), [x], [x]);
        Case("d_empty", b => b.Node("Relu", [b.Input("x", 3)]), [x], []);
        Case("e_shape", b => b.Node("Reshape", [b.Input("x", 3), b.Input(ElementType.Int64, "shape", 2)]), [x, Tensor.OfInts(3, 1)], [x.Reshape(Shape.Of(3, 1))]);
    }

    private void Case(string name, Func<OnnxModelBuilder, string> build, Tensor[] inputs, Tensor[] outputs)
    {
        string data = folder[$"suite/node/{name}/test_data_set_0"];
        Directory.CreateDirectory(data);
        var model = new OnnxModelBuilder();
        model.Output(build(model));
        model.Save(folder[$"suite/node/{name}/model.onnx"]);
        for (int i = 0; i < inputs.Length; i++) NpyFile.Write(Path.Combine(data, $"input_{i}.npy"), inputs[i]);
        for (int i = 0; i < outputs.Length; i++) NpyFile.Write(Path.Combine(data, $"output_{i}.npy"), outputs[i]);
    }
}
