using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.IR;
using CompileModel.Passes;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Frontend;

/// <summary>One model for each way to be wrong; the message names what is wrong.</summary>
public sealed class ModelDiagnosticTests
{
    [Fact]
    public void BytesThatAreNoModel() => Fails([1, 2, 3], DiagnosticCodes.NotAModel, "not an ONNX model");

    [Fact]
    public void AGraphWithoutOutputs()
    {
        var b = new OnnxModelBuilder();
        b.Node("Relu", [b.Input("x", 3)]);
        Fails(b.ToArray(), DiagnosticCodes.EmptyGraph, "no outputs");
    }

    [Fact]
    public void TwoProducersOfOneValue()
    {
        var b = new OnnxModelBuilder();
        string x = b.Input("x", 3);
        b.RawNode("Relu", [x], ["y"]);
        b.RawNode("Neg", [x], ["y"]);
        b.Output("y");
        Fails(b.ToArray(), DiagnosticCodes.DuplicateValue, "'y' has two producers");
    }

    [Fact]
    public void AnUnknownAttribute() => Fails(b => b.Node("Relu", [b.Input("x", 3)], ("slope", 2)), DiagnosticCodes.BadAttribute, "'slope'");

    [Fact]
    public void AnAttributeOfTheWrongKind() => Fails(b => b.Node("LeakyRelu", [b.Input("x", 3)], ("alpha", "much")), DiagnosticCodes.BadAttribute, "'alpha' must be a float");

    [Fact]
    public void TooManyInputs()
    {
        Fails(b => b.Node("Relu", [b.Input("x", 3), b.Input("z", 3)]), DiagnosticCodes.BadArity, "takes 1 to 1 inputs, got 2");
    }

    [Fact]
    public void TypesThatDoNotFit() =>
        Fails(b => b.Node("Add", [b.Input("x", 3), b.Input(ElementType.Int32, "z", 3)]), DiagnosticCodes.TypeMismatch, "f32 and i32");

    [Fact]
    public void ShapesThatDoNotFit() =>
        Fails(b => b.Node("Add", [b.Input("x", 3), b.Input("z", 4)]), DiagnosticCodes.ShapeMismatch, "[3] and [4] do not broadcast");

    [Fact]
    public void AShapeThatOnlyTheDataTell() =>
        Fails(b => b.Node("Reshape", [b.Input("x", 4), b.Input(ElementType.Int64, "s", 2)]), DiagnosticCodes.UnknownShape, "must be known at compile time");

    [Fact]
    public void AllBadNodesAtOnce()
    {
        var b = new OnnxModelBuilder();
        b.Output(b.Node("Add", [b.Input("x", 3), b.Input("z", 4)]));
        b.Output(b.Node("MatMul", [b.Input("a", 2, 3), b.Input("b", 2, 3)]));
        var e = Assert.Throws<CompilationException>(() => Compile(b.ToArray()));
        Assert.Equal(2, e.Diagnostics.Count(d => d.Code == DiagnosticCodes.ShapeMismatch));
    }

    [Fact]
    public void ARankBeyondTheLimit() =>
        Fails(b => b.Node("Add", [b.Input("x", 1, 1, 1, 1, 1, 1, 1, 1, 1, 2), b.Input("z", 2)]), DiagnosticCodes.UnsupportedTensor, "10 dimensions");

    [Fact]
    public void APartWithoutElementsIsAConstant()
    {
        var b = new OnnxModelBuilder();
        string[] parts = b.Node("Split", [b.Input("x", 4), b.Ints(4, 0)], 2);
        b.Output(b.Node("Relu", [parts[0]]));
        b.Output(b.Node("Relu", [parts[1]]));
        var graph = Compile(b.ToArray());
        Assert.Equal(0, graph.Constants[graph.Outputs[1].Value].Count);
    }

    private static void Fails(Func<OnnxModelBuilder, string> node, string code, string text)
    {
        var b = new OnnxModelBuilder();
        b.Output(node(b));
        Fails(b.ToArray(), code, text);
    }

    private static void Fails(byte[] model, string code, string text)
    {
        var e = Assert.Throws<CompilationException>(() => Compile(model));
        Assert.Contains(e.Diagnostics, d => d.Code == code && d.ToString().Contains(text, StringComparison.Ordinal));
    }

    private static Graph Compile(byte[] bytes)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["m.onnx"], bytes);
        var diagnostics = new DiagnosticBag();
        var model = ModelReader.Read(folder["m.onnx"], ImportOptions.None, diagnostics);
        return new PassManager().Run(InferTypes.Run(model.Graph, model.File, diagnostics), Pipeline.Groups, Stage.Canonical);
    }
}
