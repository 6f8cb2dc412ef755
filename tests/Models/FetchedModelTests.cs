using CompileModel.IR;
using CompileModel.Tests.Compiled;
using CompileModel.Tests.OnnxRuntime;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Models;

/// <summary>A trained model from an npm package, so that a clone without ../shared is checked on one as well.</summary>
public class FetchedModelTests
{
    [Theory]
    [InlineData("cortex-a72")]
    [InlineData("x86-64-v3")]
    public void AgreesWithOnnxRuntime(string target)
    {
        string path = Command.Run(Path.Combine(Repository.Root, "models", "fetch"), ["blazeface_front"]).Succeeded().Output.Trim();
        using var program = new CompiledProgram(path, target);
        var input = program.Emitted.Plan.Graph.Inputs.Single();
        var inputs = new Dictionary<string, Tensor> { [input.Name] = new TestData(3).Floats(input.Shape.ToArray()) };
        Rules.Hold(Comparison.Differences(program.Run(inputs), OrtSession.RunOnce(File.ReadAllBytes(path), inputs)));
    }
}
