using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports Upsample as Resize; the scales are an attribute before opset 9.</summary>
public sealed class Upsample() : Importer(1, 2)
{
    /// <inheritdoc/>
    public override int Since => 7;

    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var mode = node.Choice("mode", "nearest", ("nearest", ResizeMode.Nearest), ("linear", ResizeMode.Linear), ("bilinear", ResizeMode.Linear));
        var scales = node.Floats("scales") is { } list ? node.Constant(Tensor.Of(IR.Shape.Of(list.Length), list), "scales") : node.Input(1);
        node.Emit(new IR.Operators.Resize(mode, CoordinateMode.Asymmetric, NearestMode.Floor, -0.75f, false, 0, false, [], AspectRatioPolicy.Stretch), node.Inputs[0], null, scales);
    }
}
