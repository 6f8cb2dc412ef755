using System.Text.Json;
using CompileModel.IR;
using CompileModel.Publish;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Quantization;

/// <summary><c>quantize-report</c> and the options of <c>compile</c> that lead to it, run as a user runs them.</summary>
public sealed class QuantizeReportTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly TestData data = new(7);

    [Fact]
    public void SaysWhatHappensToEachLayer()
    {
        string output = Command.CompileModel("quantize-report", Network(), "--calibration", Samples(), "--target", "cortex-a72", "--json", folder["r.json"], "--html", folder["r.html"]).Succeeded().Output;
        Assert.Contains("of 4 layers in int8", output);
        using var report = JsonDocument.Parse(File.ReadAllText(folder["r.json"]));
        var root = report.RootElement;
        Assert.Equal("cortex-a72", root.GetProperty("target").GetString());
        Assert.Equal(3, root.GetProperty("samples").GetInt32());
        var layers = root.GetProperty("layers").EnumerateArray().ToArray();
        Assert.Equal(["Conv", "Conv", "Conv", "MatMul"], layers.Select(l => l.GetProperty("operator").GetString()));
        Assert.Equal("its weights are not constant", layers[3].GetProperty("reason").GetString());
        Assert.All(layers, l => Assert.InRange(l.GetProperty("sqnr").GetDouble(), 5, 150));
        Assert.All(layers, l => Assert.InRange(l.GetProperty("cosine").GetDouble(), 0.9, 1));
        Assert.InRange(layers.Sum(l => l.GetProperty("share").GetDouble()), 0.2, 1);
        foreach (var layer in layers.Take(3))
        {
            Assert.InRange(layer.GetProperty("soloSqnr").GetDouble(), 5, 150);
            Assert.True(layer.GetProperty("floatCycles").GetDouble() > 0);
            if (layer.GetProperty("precision").GetString() == "float32") Assert.Contains("predicted faster", layer.GetProperty("reason").GetString());
        }
        // Everything is in the page itself.
        string page = File.ReadAllText(folder["r.html"]);
        Assert.Contains("<svg", page);
        Assert.Contains("</html>", page);
        Assert.DoesNotContain("src=", page);
        Assert.DoesNotContain("href=", page);
    }

    [Fact]
    public void TheSensitiveLayerStaysFloat()
    {
        string model = Sensitive();
        string output = Command.CompileModel("quantize-report", model, "--calibration", Samples(), "--json", folder["r.json"]).Succeeded().Output;
        Assert.Contains("3 of 3 layers in int8", output);
        var (before, layers) = Read();
        // The middle layer sees large numbers that cancel out beside small ones that count.
        Assert.Equal(layers.Min(l => l.Alone), layers[1].Alone);
        Command.CompileModel("quantize-report", model, "--calibration", Samples(), "--json", folder["r.json"], "--min-sqnr", "25").Succeeded();
        var (after, changed) = Read();
        Assert.InRange(before, -50, 24.9);
        Assert.InRange(after, 25, 150);
        Assert.Equal("float32", changed[1].Precision);
        Assert.Contains("too much accuracy", changed[1].Reason);
        Assert.Equal("int8", changed[2].Precision);
    }

    [Fact]
    public void LayersGoBackUntilLabelledDataAreRight()
    {
        string model = Sensitive(), samples = Samples();
        File.WriteAllLines(folder["labels.txt"], ["0", "0", "0"]);
        string output = Command.CompileModel("compile", model, "--target", "cortex-a72", "-o", folder["out"], "--sources-only", "--quantize", "int8", "--calibration", samples, "--max-drop", "0",
            "--labels", folder["labels.txt"], "--evaluation", samples, "--report", folder["r.json"], "--report", folder["r.html"]).Succeeded().Output;
        Assert.Contains("accuracy:", output);
        using var report = JsonDocument.Parse(File.ReadAllText(folder["r.json"]));
        Assert.True(report.RootElement.GetProperty("accuracy").GetProperty("drop").GetDouble() <= 0);
        Assert.True(File.Exists(folder["r.html"]));
    }

    [Fact]
    public void ABoundThatNothingReachesIsAnError()
    {
        var result = Command.CompileModel("quantize-report", Sensitive(), "--calibration", Samples(), "--min-sqnr", "1000");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("CM4017", result.Error);
        Assert.Contains("even with every layer in float32 the results have an SQNR of 150.0 dB, not 1000.0", result.Error);
    }

    [Theory]
    [InlineData("--max-drop", "1", "belong together")]
    [InlineData("--min-sqnr", "-3", "numbers from 0 on")]
    [InlineData("--json", "report.txt", "a report is .json")]
    public void OptionsThatDoNotFitAreErrors(string option, string value, string message)
    {
        var result = Command.CompileModel("quantize-report", Sensitive(), "--calibration", Samples(), option, value);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("CM5001", result.Error);
        Assert.Contains(message, result.Error);
    }

    [Fact]
    public void OptionsOfQuantisationNeedIt()
    {
        var result = Command.CompileModel("compile", Sensitive(), "--target", "cortex-a72", "-o", folder["out"], "--min-sqnr", "20");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("--min-sqnr is an option of quantisation", result.Error);
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private (double Output, (string Precision, string? Reason, double? Alone)[] Layers) Read()
    {
        using var report = JsonDocument.Parse(File.ReadAllText(folder["r.json"]));
        var root = report.RootElement;
        return (root.GetProperty("outputs")[0].GetProperty("sqnr").GetDouble(), [.. root.GetProperty("layers").EnumerateArray().Select(l =>
            (l.GetProperty("precision").GetString()!, l.GetProperty("reason").GetString(), l.GetProperty("soloSqnr").ValueKind == JsonValueKind.Null ? (double?)null : l.GetProperty("soloSqnr").GetDouble()))]);
    }

    private string Samples()
    {
        string path = folder["samples"];
        Directory.CreateDirectory(path);
        for (int i = 0; i < 3; i++) NpyFile.Write(Path.Combine(path, $"{i}.npy"), new TestData(i).Floats([1, 16, 8, 8]));
        return path;
    }

    /// <summary>Three convolutions and a product of two of their results.</summary>
    private string Network()
    {
        var b = new OnnxModelBuilder();
        string x = b.Input("x", 1, 16, 8, 8);
        string first = b.Node("Relu", [b.Node("Conv", [x, b.Constant(data.Floats([16, 16, 3, 3])), b.Constant(data.Floats([16]))], ("pads", new[] { 1, 1, 1, 1 }))]);
        string second = b.Node("Conv", [first, b.Constant(data.Floats([32, 16, 1, 1]))]);
        string third = b.Node("Conv", [second, b.Constant(data.Floats([8, 32, 1, 1]))]);
        b.Output(b.Node("MatMul", [third, third]));
        return b.Save(folder["network.onnx"]);
    }

    /// <summary>The middle layer reads 16 channels of which the last is 3000 times as large as the others and counts as little, by its weights.</summary>
    private string Sensitive()
    {
        var b = new OnnxModelBuilder();
        float[] first = new float[16 * 16], second = data.Floats([16, 16]).Span<float>().ToArray();
        for (int i = 0; i < 16; i++)
        {
            first[(16 * i) + i] = i == 15 ? 3000 : 1;
            second[(16 * i) + 15] *= 1e-4f;
        }
        string x = b.Input("x", 1, 16, 8, 8);
        string a = b.Node("Relu", [b.Node("Conv", [x, b.Constant([16, 16, 1, 1], first)])]);
        string c = b.Node("Conv", [a, b.Constant([16, 16, 1, 1], second)]);
        string d = b.Node("Conv", [c, b.Constant(data.Floats([4, 16, 1, 1]))]);
        b.Output(b.Node("Flatten", [b.Node("GlobalAveragePool", [d])]));
        return b.Save(folder["sensitive.onnx"]);
    }
}
