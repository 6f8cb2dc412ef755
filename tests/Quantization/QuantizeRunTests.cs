using CompileModel.Cli;
using CompileModel.Cli.Quantizing;
using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.Frontend.Editing;
using CompileModel.IR;
using CompileModel.Publish;
using CompileModel.Quantization;
using CompileModel.Quantization.Ranges;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Quantization;

/// <summary>The whole of <c>--quantize int8</c> on a small residual network, with its options.</summary>
public sealed class QuantizeRunTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly TestData data = new(9);

    [Fact]
    public void RangesThatWereSavedGiveTheSameModel()
    {
        var diagnostics = new DiagnosticBag();
        byte[] first = Quantize(Request() with { SaveRanges = folder["ranges.json"] }, diagnostics);
        Assert.Equal(DiagnosticCodes.FewSamples, Assert.Single(diagnostics.Items, d => d.Severity == Severity.Warning).Code);
        byte[] second = Quantize(Request() with { RangesFrom = folder["ranges.json"] }, new DiagnosticBag());
        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("", "Expected depth to be zero")]
    [InlineData("{ \"x\": { \"low\": 1, \"high\": 2, \"least\": 1, \"most\": 2, \"means\": [] } }", "no range of tensor")]
    [InlineData("{ \"x\": { \"low\": 0 } }", "missing required")]
    public void RangesThatDoNotFitAreErrors(string text, string part)
    {
        File.WriteAllText(folder["bad.json"], text);
        var error = Assert.Throws<CompilationException>(() => Quantize(Request() with { RangesFrom = folder["bad.json"] }, new DiagnosticBag()));
        Assert.Equal((DiagnosticCodes.BadRanges, "bad.json"), (error.Diagnostics[0].Code, Path.GetFileName(error.Diagnostics[0].Location.File)));
        Assert.True(text.Length == 0 || error.Diagnostics[0].Message.Contains(part, StringComparison.Ordinal), error.Message);
    }

    [Fact]
    public void ActivationsAreOfTheWantedType()
    {
        byte[] bytes = Quantize(Request() with { Activations = ElementType.UInt8 }, new DiagnosticBag());
        File.WriteAllBytes(folder["u8.onnx"], bytes);
        var model = EditableModel.Read(folder["u8.onnx"]);
        Assert.All(model.Nodes.Where(n => n.OpType == "QuantizeLinear"), n => Assert.Equal(ElementType.UInt8, model.Constant(n.Input(2))!.Element));
        Assert.NotEqual(bytes, Quantize(Request(), new DiagnosticBag()));
    }

    [Fact]
    public void KeptNodesHaveFloatWeights()
    {
        File.WriteAllBytes(folder["kept.onnx"], Quantize(Request() with { KeptFloats = ["n2_C?n*"] }, new DiagnosticBag()));
        var model = EditableModel.Read(folder["kept.onnx"]);
        var producers = model.Nodes.ToDictionary(n => n.Outputs[0]);
        Assert.NotNull(model.Constant(model.Nodes.Single(n => n.Name == "n2_Conv").Input(1)));
        Assert.Equal("DequantizeLinear", producers[model.Nodes.Single(n => n.Name == "n3_Conv").Input(1)].OpType);
        var error = Assert.Throws<CompilationException>(() => Quantize(Request() with { KeptFloats = ["n2_Conf"] }, new DiagnosticBag()));
        Assert.Equal(DiagnosticCodes.BadOption, error.Diagnostics[0].Code);
        Assert.StartsWith("the nearest names: n2_Conv", error.Diagnostics[0].Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereProductsMeetOneIsAnInteger()
    {
        var model = EditableModel.Read(Network());
        Quantizer.Prepare(model);
        var scope = QuantizationScope.Of(model);
        // The sum of both goes through a Relu to the next product: the first waits as integers, the other and the sum itself are registers.
        Assert.Contains(model.Nodes.Single(n => n.Name == "n2_Conv").Outputs[0], scope.Tensors);
        Assert.DoesNotContain(model.Nodes.Single(n => n.Name == "n3_Conv").Outputs[0], scope.Tensors);
        Assert.DoesNotContain(model.Nodes.Single(n => n.OpType == "Add").Outputs[0], scope.Tensors);
    }

    [Fact]
    public void PatternsAreNamesFirst()
    {
        string[] names = ["a*", "ab", "b"];
        Assert.Equal(["a*"], NodeNames.Find(["a*"], names, "m"));
        Assert.Equal(["ab", "b"], NodeNames.Find(["*b"], names, "m").Order());
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private QuantizeRequest Request()
    {
        if (!File.Exists(folder["samples.npy"])) NpyFile.Write(folder["samples.npy"], data.Floats([3, 1, 3, 6, 6]));
        return new([folder["samples.npy"]], null, RangeEstimators.Parse(RangeEstimators.Default), null) { IsFastest = false };
    }

    private byte[] Quantize(QuantizeRequest request, DiagnosticBag diagnostics)
    {
        string work = Directory.CreateDirectory(folder[Guid.NewGuid().ToString("N")]).FullName;
        var settings = new CompileSettings(Network(), ImportOptions.None, SampleProgram.Here, "model");
        return File.ReadAllBytes(QuantizeRun.Run(settings, request, work, diagnostics, _ => { }).Settings.ModelPath);
    }

    /// <summary>n0_Conv, relu, the sum of n2_Conv and n3_Conv, relu, n6_Conv.</summary>
    private string Network()
    {
        if (File.Exists(folder["float.onnx"])) return folder["float.onnx"];
        var b = new OnnxModelBuilder();
        string Conv(string x, int from, int to) => b.Node("Conv", [x, b.Constant(data.Weights([to, from, 1, 1], from))]);
        string first = b.Node("Relu", [Conv(b.Input("x", 1, 3, 6, 6), 3, 4)]);
        b.Output(Conv(b.Node("Relu", [b.Node("Add", [Conv(first, 4, 4), Conv(first, 4, 4)])]), 4, 2));
        return b.Save(folder["float.onnx"]);
    }
}
