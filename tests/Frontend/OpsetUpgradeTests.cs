using CompileModel.Diagnostics;
using CompileModel.Frontend;
using CompileModel.Frontend.Editing;
using CompileModel.IR;
using CompileModel.Tests.Support;

namespace CompileModel.Tests.Frontend;

/// <summary>Models of old operator sets that are raised to 13 and written again.</summary>
public class OpsetUpgradeTests
{
    [Fact]
    public void OldFormsBecomeNewOnes()
    {
        using var folder = new TempFolder();
        var model = new OnnxModelBuilder { Opset = 9 };
        string x = model.Input("x", 1, 2, 4, 4);
        string clipped = model.Node("Clip", [x], ("min", 0f), ("max", 6f));
        string soft = model.Node("Softmax", [clipped]);
        model.Output(model.Node("Squeeze", [soft], ("axes", new[] { 0 })));
        var edited = EditableModel.Read(model.Save(folder["old.onnx"]));
        OpsetUpgrade.Raise(edited);
        File.WriteAllBytes(folder["new.onnx"], edited.ToBytes());
        var read = ModelReader.Read(folder["new.onnx"], ImportOptions.None, new DiagnosticBag());
        Assert.Equal(13, read.Opsets[""]);
        Assert.Equal(["Clip", "Shape", "Flatten", "Softmax", "Reshape", "Squeeze"], EditableModel.Read(folder["new.onnx"]).Nodes.Select(n => n.OpType));
    }

    [Fact]
    public void WhatChangedItsMeaningIsRefused()
    {
        using var folder = new TempFolder();
        var model = new OnnxModelBuilder { Opset = 11 };
        model.Output(model.Node("Hardmax", [model.Input("x", 2, 3)]));
        var edited = EditableModel.Read(model.Save(folder["old.onnx"]));
        var error = Assert.Throws<CompilationException>(() => OpsetUpgrade.Raise(edited));
        Assert.Equal(DiagnosticCodes.CannotQuantize, error.Diagnostics[0].Code);
    }
}
