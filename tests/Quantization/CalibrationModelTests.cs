using CompileModel.Cli;
using CompileModel.Cli.Quantizing;
using CompileModel.Frontend;
using CompileModel.Frontend.Editing;
using CompileModel.IR;
using CompileModel.Publish;
using CompileModel.Quantization;
using CompileModel.Quantization.Calibration;
using CompileModel.Quantization.Samples;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Quantization;

/// <summary>Statistics of tensors through the compiled program, against those of the numbers themselves.</summary>
public sealed class CalibrationModelTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public void StatisticsAreThoseOfTheTensors()
    {
        var data = new TestData(7);
        var input = data.Floats([5, 2, 3, 4, 6], -3, 5);
        NpyFile.Write(folder["samples.npy"], input);
        var b = new OnnxModelBuilder();
        string conv = b.Node("Conv", [b.Input("x", 2, 3, 4, 6), b.Constant([4, 3, 1, 1], Floats(data, 12))]);
        string flat = b.Node("Reshape", [b.Node("Relu", [conv]), b.Ints(8, 24)]);
        b.Output(b.Node("MatMul", [flat, b.Constant([24, 2], Floats(data, 48))]));
        var model = EditableModel.Read(b.Save(folder["model.onnx"]));
        Quantizer.Prepare(model);
        var scope = QuantizationScope.Of(model);
        var samples = CalibrationData.Open([folder["samples.npy"]], [("x", new(ElementType.Float32, Shape.Of(2, 3, 4, 6)))], null);
        var settings = new CompileSettings(folder["model.onnx"], ImportOptions.None, SampleProgram.Here, "model");
        var found = CalibrationRun.Run(settings, model, scope, samples, folder.Path, _ => { });

        float[] x = input.Span<float>().ToArray();
        var statistics = found["x"];
        Assert.Equal((x.Min(), x.Max()), (statistics.Least, statistics.Most));
        Assert.Equal(x.Chunk(144).Average(s => s.Max()), statistics.AverageMost, 1e-5);
        Assert.Equal(720, statistics.Histogram.Total);
        for (int c = 0; c < 3; c++) Assert.Equal(x.Chunk(24).Where((_, i) => i % 3 == c).SelectMany(s => s).Average(), statistics.Means[c], 1e-5);
        Assert.Equal(24, found[flat].Means.Count);
        Assert.True(found[flat].Histogram.Zeros > 0);
        Assert.Equal(0, found[flat].Least);
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(65536, 4096)]
    [InlineData(3 * 224 * 224, 4096)]
    public void StepsMissNoRowOrColumn(long count, int most)
    {
        var tap = Tap.Of("x", count, most, 0, false);
        Assert.InRange(tap.Numbers, 1, most);
        Assert.All((long[])[2, 3, 7, 224], d => Assert.True(count % d != 0 || Enumerable.Range(0, tap.Numbers).Select(i => (long)i * tap.Step % d).Distinct().Count() == d));
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private static float[] Floats(TestData data, int count) => data.Floats([count]).Span<float>().ToArray();
}
