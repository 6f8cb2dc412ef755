using CompileModel.IR.Operators;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports RoiAlign; before opset 16 elements had their centers at whole numbers.</summary>
public sealed class RoiAlign() : Importer(3, 3)
{
    /// <inheritdoc/>
    public override int Since => 10;

    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.RoiAlign(
        node.Choice("mode", "avg", ("avg", RoiMode.Average), ("max", RoiMode.Max)),
        node.Int32("output_height", 1), node.Int32("output_width", 1), node.Int32("sampling_ratio", 0), node.Float("spatial_scale", 1),
        node.Opset >= 16 && node.Choice("coordinate_transformation_mode", "half_pixel", ("half_pixel", true), ("output_half_pixel", false))), [.. node.Inputs]);
}
