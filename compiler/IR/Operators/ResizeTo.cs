namespace CompileModel.IR.Operators;

/// <summary>
/// Resize with everything known; the canonical form of Resize and Upsample. Interpolation is separable over the axes whose scale is not 1.
/// https://onnx.ai/onnx/operators/onnx__Resize.html
/// </summary>
/// <param name="Sizes">Extents of the result, all axes.</param>
/// <param name="Scales">Output over input extent as the coordinate formula uses it, all axes.</param>
/// <param name="Roi">Begins then ends in 0..1 of all axes, for <see cref="CoordinateMode.TfCropAndResize"/>; else empty.</param>
/// <param name="Mode">Interpolation.</param>
/// <param name="Coordinates">Coordinate formula.</param>
/// <param name="Nearest">Rounding of mode Nearest.</param>
/// <param name="CubicA">Coefficient a of mode Cubic.</param>
/// <param name="ExcludeOutside">Weights of taps outside of the input become 0 and the rest is renormalised.</param>
/// <param name="Extrapolation">Result for coordinates outside of the input, for <see cref="CoordinateMode.TfCropAndResize"/>.</param>
/// <param name="Antialias">Stretches the filter when scaling down.</param>
public sealed record ResizeTo(
    Ints Sizes, Floats Scales, Floats Roi, ResizeMode Mode, CoordinateMode Coordinates, NearestMode Nearest, float CubicA, bool ExcludeOutside, float Extrapolation, bool Antialias) : Operator
{
    /// <inheritdoc/>
    public override Stage From => Stage.Typed;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        int rank = context[0].Shape.Rank;
        InferenceContext.Check(Sizes.Count == rank && Scales.Count == rank && (Roi.Count == 0 || Roi.Count == 2 * rank), $"sizes {Sizes} and scales {Scales} do not fit {context[0].Shape}");
        return [new(context[0].Element, Shape.Of(Sizes))];
    }
}
