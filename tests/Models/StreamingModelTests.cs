using CompileModel.Tests.Support;

namespace CompileModel.Tests.Models;

/// <summary>Trained streaming models on consecutive data sets, the state carried by the program. A clone without ../shared/models leaves them out.</summary>
public class StreamingModelTests
{
    [Theory]
    [InlineData("dtln_1", "x86-64-v3", "tf_op_layer_stack_2=input_3")]
    [InlineData("dtln_1", "cortex-a53", "tf_op_layer_stack_2=input_3")]
    [InlineData("gtcrn_stream", "x86-64-v3", "conv_cache_out=conv_cache tra_cache_out=tra_cache inter_cache_out=inter_cache")]
    [InlineData("gtcrn_stream", "cortex-a53", "conv_cache_out=conv_cache tra_cache_out=tra_cache inter_cache_out=inter_cache")]
    public void TheStateIsTheProgramsOwn(string model, string target, string states)
    {
        Assert.SkipUnless(Repository.Shared is not null, "../shared is not there");
        var run = Command.CompileModel(["verify", Path.Combine(Repository.Shared!, "models", model, "model.onnx"), "--target", target, .. states.Split(' ').SelectMany(s => (string[])["--stateful", s])]);
        string output = run.Succeeded().Output;
        Assert.Contains("test_data_set_2", output, StringComparison.Ordinal);
    }
}
