using CompileModel.Tests.Support;

namespace CompileModel.Tests.Compiled;

/// <summary>Random networks, compiled and run; ten share one program.</summary>
public class CompiledNetworkTests
{
    [Theory]
    [InlineData(0, "x86-64-v3")]
    [InlineData(10, "x86-64-v3")]
    [InlineData(20, "x86-64-v4")]
    [InlineData(30, "cortex-a53")]
    [InlineData(40, "cortex-a72")]
    [InlineData(50, "cortex-a76")]
    public void RandomNetworks(int firstSeed, string target)
    {
        var model = new OnnxModelBuilder();
        for (int seed = firstSeed; seed < firstSeed + 10; seed++) RandomNetwork.AddTo(model, seed);
        Comparison.WithOnnxRuntime(model, target);
    }

    [Fact]
    public void ResultsDoNotDependOnTheNumberOfThreads()
    {
        var model = new OnnxModelBuilder();
        for (int seed = 60; seed < 68; seed++) RandomNetwork.AddTo(model, seed);
        var inputs = TestInputs.For(model, 1);
        using var program = CompiledProgram.Of(model, "x86-64-v3");
        var one = program.Run(inputs);
        for (int threads = 2; threads <= 4; threads++) Assert.Equal(one, program.Run(inputs, threads));
    }
}
