using CompileModel.IR.Operators;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports Resize.</summary>
public sealed class Resize() : Importer(1, 4)
{
    /// <inheritdoc/>
    public override int Since => 10;

    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var mode = node.Choice("mode", "nearest", ("nearest", ResizeMode.Nearest), ("linear", ResizeMode.Linear), ("cubic", ResizeMode.Cubic));
        if (node.Opset < 11)
        {
            // Opset 10 has operands x, scales and one coordinate formula.
            node.Emit(new IR.Operators.Resize(mode, CoordinateMode.Asymmetric, NearestMode.Floor, -0.75f, false, 0, false, [], AspectRatioPolicy.Stretch), node.Inputs[0], null, node.Input(1));
            return;
        }
        var coordinates = node.Choice("coordinate_transformation_mode", "half_pixel",
            ("half_pixel", CoordinateMode.HalfPixel), ("half_pixel_symmetric", CoordinateMode.HalfPixelSymmetric), ("pytorch_half_pixel", CoordinateMode.PytorchHalfPixel),
            ("align_corners", CoordinateMode.AlignCorners), ("asymmetric", CoordinateMode.Asymmetric), ("tf_half_pixel_for_nn", CoordinateMode.TfHalfPixelForNearest),
            ("tf_crop_and_resize", CoordinateMode.TfCropAndResize));
        var nearest = node.Choice("nearest_mode", "round_prefer_floor",
            ("round_prefer_floor", NearestMode.RoundPreferFloor), ("round_prefer_ceil", NearestMode.RoundPreferCeil), ("floor", NearestMode.Floor), ("ceil", NearestMode.Ceil));
        var ratio = node.Choice("keep_aspect_ratio_policy", "stretch",
            ("stretch", AspectRatioPolicy.Stretch), ("not_larger", AspectRatioPolicy.NotLarger), ("not_smaller", AspectRatioPolicy.NotSmaller));
        node.Emit(new IR.Operators.Resize(mode, coordinates, nearest, node.Float("cubic_coeff_a", -0.75f), node.Flag("exclude_outside"), node.Float("extrapolation_value", 0),
            node.Flag("antialias"), node.Ints("axes") ?? [], ratio), [.. node.Inputs]);
    }
}
