namespace CompileModel.IR.Operators;

/// <summary>Operand 0 scaled by scales (operand 2) or to sizes (operand 3); operand 1 is the region of interest. https://onnx.ai/onnx/operators/onnx__Resize.html</summary>
/// <param name="Mode">Interpolation.</param>
/// <param name="Coordinates">Coordinate formula.</param>
/// <param name="Nearest">Rounding of mode Nearest.</param>
/// <param name="CubicA">Coefficient of mode Cubic.</param>
/// <param name="ExcludeOutside">Taps outside of the input do not count.</param>
/// <param name="Extrapolation">Result outside of the input, for crops.</param>
/// <param name="Antialias">Stretches the filter when scaling down.</param>
/// <param name="Axes">Axes that operands 1 to 3 speak of; empty for all.</param>
/// <param name="AspectRatio">How sizes are adapted to keep the ratio.</param>
public sealed record Resize(
    ResizeMode Mode, CoordinateMode Coordinates, NearestMode Nearest, float CubicA, bool ExcludeOutside, float Extrapolation, bool Antialias, Ints Axes, AspectRatioPolicy AspectRatio) : ImportedForm
{
    /// <inheritdoc/>
    public override Operator Canonical(InferenceContext context)
    {
        var x = context[0].Shape;
        int[] axes = Axes.Count == 0 ? [.. Enumerable.Range(0, x.Rank)] : [.. Axes.Select(a => InferenceContext.Axis(a, x.Rank))];
        int[] sizes = x.ToArray();
        float[] scales = [.. Enumerable.Repeat(1f, x.Rank)];
        var given = context.Has(2) ? context.RequireConstant(2, "the scales") : null;
        if (given is { Count: > 0 })
        {
            InferenceContext.Check(given.Count == axes.Length, $"{given.Count} scales do not fit {axes.Length} axes");
            for (int i = 0; i < axes.Length; i++)
            {
                scales[axes[i]] = (float)given.AsDouble(i);
                InferenceContext.Check(scales[axes[i]] > 0, "a scale is not positive");
                sizes[axes[i]] = (int)Math.Floor(x[axes[i]] * (double)scales[axes[i]]);
            }
        }
        else
        {
            long[] wanted = context.RequireConstant(3, "the sizes").ToLongs();
            InferenceContext.Check(wanted.Length == axes.Length, $"{wanted.Length} sizes do not fit {axes.Length} axes");
            for (int i = 0; i < axes.Length; i++) (sizes[axes[i]], scales[axes[i]]) = ((int)wanted[i], wanted[i] / (float)x[axes[i]]);
            if (AspectRatio != AspectRatioPolicy.Stretch)
            {
                float scale = AspectRatio == AspectRatioPolicy.NotLarger ? axes.Min(a => scales[a]) : axes.Max(a => scales[a]);
                foreach (int axis in axes) (sizes[axis], scales[axis]) = ((int)Math.Floor(scale * x[axis] + 0.5), scale);
            }
        }
        float[] roi = [];
        if (Coordinates == CoordinateMode.TfCropAndResize)
        {
            var region = context.RequireConstant(1, "the region of interest");
            InferenceContext.Check(region.Count == 2 * axes.Length, $"the region of interest {region.Shape} does not fit {axes.Length} axes");
            roi = [.. Enumerable.Repeat(0f, x.Rank), .. Enumerable.Repeat(1f, x.Rank)];
            for (int i = 0; i < axes.Length; i++) (roi[axes[i]], roi[x.Rank + axes[i]]) = ((float)region.AsDouble(i), (float)region.AsDouble(axes.Length + i));
        }
        return new ResizeTo([.. sizes], [.. scales], [.. roi], Mode, Coordinates, Nearest, CubicA, ExcludeOutside, Extrapolation, Antialias);
    }
}
