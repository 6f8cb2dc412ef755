using CompileModel.Bench;
using CompileModel.Bench.Models;
using CompileModel.IR;
using CompileModel.Tests.Compiled;
using CompileModel.Tests.OnnxRuntime;
using CompileModel.Tests.Support;
using Google.Protobuf;

namespace CompileModel.Tests.Bench;

/// <summary>The generated networks: their work, their outputs, and that they compile.</summary>
public class NetworkTests
{
    /// <summary>Millions of multiply-accumulates as the papers and their implementations give them.</summary>
    [Theory]
    [InlineData("squeezenet", 349)]
    [InlineData("mobilenetv1", 569)]
    [InlineData("mobilenetv2", 301)]
    [InlineData("resnet18", 1814)]
    [InlineData("resnet50", 3858)]
    public void DoesThePublishedWork(string name, int millions) => Assert.Equal(millions, Math.Round(Networks.Create(name).Macs / 1e6));

    /// <summary>Two inputs give outputs that differ and that no class has to itself: weights that are right in scale.</summary>
    [Theory]
    [InlineData("squeezenet")]
    [InlineData("mobilenetv1")]
    [InlineData("mobilenetv2")]
    [InlineData("resnet18")]
    [InlineData("resnet50")]
    public void OutputsAreOfUse(string name)
    {
        using var session = new OrtSession(OnnxWriter.Create(Networks.Create(name)).ToByteArray());
        float[] Output(int seed) => session.Run(new Dictionary<string, Tensor> { ["input"] = new TestData(seed).Floats([1, 3, 224, 224]) })["output"].Span<float>().ToArray();
        float[] a = Output(1), b = Output(2);
        Assert.InRange(a.Max(), 0.001f, 0.9f);
        Assert.True(a.Max() > 2 * a.Min(), $"all classes alike: {a.Min()} to {a.Max()}");
        Assert.Contains(a.Zip(b), p => Math.Abs(p.First - p.Second) > 0.01 * p.First);
    }

    [Theory]
    [InlineData("mobilenetv2")]
    [InlineData("conv3x3-17-5-9-s2")]
    [InlineData("dw5x5-14-24")]
    [InlineData("fc-70-30")]
    public void CompiledItAgreesWithOnnxRuntime(string name)
    {
        using var folder = new TempFolder();
        var network = Networks.Create(name);
        string path = OnnxWriter.WriteOnce(network, folder.Path);
        int[] shape = network.Input is { Height: 1, Width: 1 } vector ? [1, vector.Channels] : [1, network.Input.Channels, network.Input.Height, network.Input.Width];
        var inputs = new Dictionary<string, Tensor> { ["input"] = new TestData(3).Floats(shape) };
        using var program = new CompiledProgram(path, "x86-64-v3");
        Rules.Hold(Comparison.Differences(program.Run(inputs), OrtSession.RunOnce(File.ReadAllBytes(path), inputs)));
    }

    [Theory]
    [InlineData("conv1x1-56-64-256", 56 * 56 * 64 * 256)]
    [InlineData("conv3x3-56-64-64", 56 * 56 * 64 * 64 * 9)]
    [InlineData("dw3x3-56-128-s2", 28 * 28 * 128 * 9)]
    [InlineData("conv7x7-224-3-64-s2", 112 * 112 * 64 * 49 * 3)]
    [InlineData("fc-2048-1000", 2048 * 1000)]
    public void SingleLayersAreNamedByTheirNumbers(string name, long macs) => Assert.Equal(macs, Networks.Create(name).Macs);

    [Theory]
    [InlineData("conv1x3-56-64-256")]
    [InlineData("dw3x3-56")]
    [InlineData("vgg")]
    public void OtherNamesAreRefused(string name) => Assert.Contains("mobilenetv2", Assert.Throws<BenchException>(() => Networks.Create(name)).Message);

    [Fact]
    public void WeightsDependOnTheNameAlone()
    {
        Assert.Equal(OnnxWriter.Create(Networks.Create("fc-8-8")).ToByteArray(), OnnxWriter.Create(Networks.Create("fc-8-8")).ToByteArray());
        Assert.NotEqual(LayerWeights.Of(Networks.Create("fc-8-8"), 0)!.Bias, LayerWeights.Of(Networks.Create("fc-9-8"), 0)!.Bias);
    }
}
