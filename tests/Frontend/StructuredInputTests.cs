using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.Passes;
using CompileModel.Reference;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Frontend;

/// <summary>Inputs that are sequences or optionals become tensors, inputs that are fixed become constants.</summary>
public sealed class StructuredInputTests
{
    private const int Sequence = 4, Optional = 9;

    [Fact]
    public void ASequenceIsAnInputForEachItem()
    {
        var graph = Typed(new() { Lengths = new Dictionary<string, long> { ["x"] = 2 } }, b => b.Node("ConcatFromSequence", [b.StructuredInput("x", Sequence, 3)], ("axis", 0)));
        Assert.Equal(["x_0: f32[3]", "x_1: f32[3]"], graph.Inputs.Select(i => i.ToString().TrimStart('%')));
        Assert.Equal([1, 2, 3, 4, 5, 6], Interpreter.Run(graph, [Tensor.Of([3], 1, 2, 3), Tensor.Of([3], 4, 5, 6)])[0].Span<float>().ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void AnOptionalIsThereOrNot(int length)
    {
        var graph = Typed(new() { Lengths = new Dictionary<string, long> { ["x"] = length } }, b => b.Node("OptionalHasElement", [b.StructuredInput("x", Optional, 3)]));
        Assert.Equal(length, graph.Inputs.Length);
        Assert.Equal(length, graph.Constants[graph.Outputs[0].Value].AsLong(0));
    }

    [Fact]
    public void ItsLengthMustBeKnown()
    {
        Fails(ImportOptions.None, DiagnosticCodes.OpenDimension, "--length x=N", b => b.Node("SequenceLength", [b.StructuredInput("x", Sequence, 3)]));
        Fails(new() { Lengths = new Dictionary<string, long> { ["x"] = 2 } }, DiagnosticCodes.OpenDimension, "--length x=N", b => b.Node("OptionalHasElement", [b.StructuredInput("x", Optional, 3)]));
    }

    [Fact]
    public void FixedInputsAreConstants()
    {
        var graph = Typed(Fixed("n", 2, 3), b => b.Node("Mul", [b.Input("x", 2), b.SymbolicInput("n", "N")]));
        Assert.Equal("x", Assert.Single(graph.Inputs).Name);
        Assert.Equal([2, 3], graph.Constants.Values.Single().Span<float>().ToArray());
        Fails(Fixed("m", 1), DiagnosticCodes.BadOption, "no input has this name", b => b.Node("Relu", [b.Input("x", 2)]));
        Fails(Fixed("x", 1), DiagnosticCodes.BadOption, "1 numbers are given for [2]", b => b.Node("Relu", [b.Input("x", 2)]));
    }

    private static ImportOptions Fixed(string name, params double[] numbers) => new() { FixedValues = new Dictionary<string, double[]> { [name] = numbers } };

    private static Graph Typed(ImportOptions options, Func<OnnxModelBuilder, string> node)
    {
        using var folder = new TempFolder();
        var b = new OnnxModelBuilder();
        b.Output(node(b));
        var model = ModelReader.Read(b.Save(folder["m.onnx"]), options, new());
        return InferTypes.Run(model.Graph, model.File, new());
    }

    private static void Fails(ImportOptions options, string code, string text, Func<OnnxModelBuilder, string> node)
    {
        var e = Assert.Throws<CompilationException>(() => Typed(options, node));
        Assert.Contains(e.Diagnostics, d => d.Code == code && d.ToString().Contains(text, StringComparison.Ordinal));
    }
}
