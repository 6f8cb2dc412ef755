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
    [InlineData("silero_vad_ifless", "x86-64-v3", "stateN=state", "--input-shape", "input=1,576", "--fix-input", "sr=16000")]
    [InlineData("silero_vad_v6", "x86-64-v3", "stateN=state", "--input-shape", "input=1,576", "--input-shape", "state=2,1,128", "--fix-input", "sr=16000")]
    [InlineData("silero_vad_v6", "cortex-a53", "stateN=state", "--input-shape", "input=1,576", "--input-shape", "state=2,1,128", "--fix-input", "sr=16000")]
    public void TheStateIsTheProgramsOwn(string model, string target, string states, params string[] options)
    {
        Assert.SkipUnless(Repository.Shared is not null, "../shared is not there");
        var run = Command.CompileModel(["verify", Path.Combine(Repository.Shared!, "models", model, "model.onnx"), "--target", target, .. options, .. states.Split(' ').SelectMany(s => (string[])["--stateful", s])]);
        string output = run.Succeeded().Output;
        Assert.Contains("test_data_set_2", output, StringComparison.Ordinal);
    }
}
