using CompileModel.IR.Operators;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports GridSample; opset 20 changed the names of the modes.</summary>
public sealed class GridSample() : Importer(2, 2)
{
    /// <inheritdoc/>
    public override int Since => 16;

    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.GridSample(
        node.Choice("mode", "linear", ("linear", ResizeMode.Linear), ("bilinear", ResizeMode.Linear), ("nearest", ResizeMode.Nearest), ("cubic", ResizeMode.Cubic), ("bicubic", ResizeMode.Cubic)),
        node.Choice("padding_mode", "zeros", ("zeros", GridPadding.Zeros), ("border", GridPadding.Border), ("reflection", GridPadding.Reflection)),
        node.Flag("align_corners")), [.. node.Inputs]);
}
