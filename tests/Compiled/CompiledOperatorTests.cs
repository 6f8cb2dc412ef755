namespace CompileModel.Tests.Compiled;

/// <summary>Every operator case, compiled and run. All cases of a file share one program for each target.</summary>
public class CompiledOperatorTests
{
    [Theory]
    [InlineData("cortex-a53")]
    [InlineData("x86-64-v3")]
    [InlineData("x86-64-v4")]
    public void ElementwiseOperators(string target) => Comparison.WithOnnxRuntime(OperatorCase.Join(ElementwiseCases.All), target);

    [Theory]
    [InlineData("cortex-a53")]
    [InlineData("x86-64-v3")]
    public void DataMovement(string target) => Comparison.WithOnnxRuntime(OperatorCase.Join(MovementCases.All), target);

    [Theory]
    [InlineData("cortex-a72")]
    [InlineData("x86-64-v3")]
    [InlineData("x86-64-v4")]
    public void Arithmetic(string target) => Comparison.WithOnnxRuntime(OperatorCase.Join(ArithmeticCases.All), target);

    [Theory]
    [InlineData("cortex-a53")]
    [InlineData("x86-64-v3")]
    public void RecurrentNetworks(string target) => Comparison.WithOnnxRuntime(OperatorCase.Join(RecurrentCases.All), target);

    [Theory]
    [InlineData("cortex-a53")]
    [InlineData("x86-64-v3")]
    public void QuantizedOperators(string target) => Comparison.WithOnnxRuntime(OperatorCase.Join(QuantizedCases.All), target);

    [Theory]
    [InlineData("cortex-a53")]
    [InlineData("cortex-a72")]
    public void SumsOfBytesIn16Bits(string target) => Comparison.WithOnnxRuntime(OperatorCase.Join(ShortSumCases.Of(target)), target);

    [Theory]
    [InlineData("cortex-a53")]
    [InlineData("x86-64-v3")]
    public void MicrosoftOperators(string target) => Comparison.WithOnnxRuntime(OperatorCase.Join(MicrosoftCases.All), target);

    [Theory]
    [InlineData("cortex-a53")]
    [InlineData("x86-64-v3")]
    public void LearningOperators(string target) => Comparison.WithOnnxRuntime(OperatorCase.Join(LearningCases.All), target);
}
