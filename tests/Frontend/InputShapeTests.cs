using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Frontend;

/// <summary>Symbolic dimensions, <c>--dim</c> and <c>--input-shape</c>.</summary>
public sealed class InputShapeTests
{
    [Fact]
    public void ABatchBecomesOneWithANote()
    {
        var (model, diagnostics) = Read(ImportOptions.None, "N", 3);
        Assert.Equal("[1,3]", model.Graph.Inputs[0].Shape.ToString());
        Assert.Contains(diagnostics.Items, d => d.Code == DiagnosticCodes.BatchAssumed);
    }

    [Fact]
    public void DimFixesASymbolEverywhere() =>
        Assert.Equal("[1,7,7]", Read(new() { Dims = new Dictionary<string, long> { ["H"] = 7 } }, 1, "H", "H").Model.Graph.Inputs[0].Shape.ToString());

    [Fact]
    public void InputShapeFixesAll() =>
        Assert.Equal("[2,5]", Read(new() { InputShapes = new Dictionary<string, long[]> { ["x"] = [2, 5] } }, "N", "M").Model.Graph.Inputs[0].Shape.ToString());

    [Fact]
    public void AnOpenDimensionNamesTheOption() => Fails(ImportOptions.None, DiagnosticCodes.OpenDimension, "--dim H=VALUE", 1, "H");

    [Fact]
    public void AnUnknownSymbolNamesTheKnownOnes() =>
        Fails(new() { Dims = new Dictionary<string, long> { ["Q"] = 7 } }, DiagnosticCodes.BadOption, "the names are H", 1, "H");

    [Fact]
    public void AFixedDimensionStays() =>
        Fails(new() { InputShapes = new Dictionary<string, long[]> { ["x"] = [1, 5] } }, DiagnosticCodes.BadOption, "fixed to 3", 1, 3);

    [Fact]
    public void TheRankMustFit() =>
        Fails(new() { InputShapes = new Dictionary<string, long[]> { ["x"] = [1, 3, 1] } }, DiagnosticCodes.BadOption, "2 dimensions", 1, 3);

    [Fact]
    public void ADimensionMayBeZero() => Assert.Equal("f32[1,0]", Read(ImportOptions.None, 1, 0).Model.Graph.Inputs[0].Type.ToString());

    private static void Fails(ImportOptions options, string code, string text, params object[] shape)
    {
        var e = Assert.Throws<CompilationException>(() => Read(options, shape));
        Assert.Contains(e.Diagnostics, d => d.Code == code && d.ToString().Contains(text, StringComparison.Ordinal));
    }

    private static (OnnxModel Model, DiagnosticBag Diagnostics) Read(ImportOptions options, params object[] shape)
    {
        using var folder = new TempFolder();
        var b = new OnnxModelBuilder();
        b.Output(b.Node("Relu", [b.SymbolicInput("x", shape)]));
        var diagnostics = new DiagnosticBag();
        return (ModelReader.Read(b.Save(folder["m.onnx"]), options, diagnostics), diagnostics);
    }
}
