namespace CompileModel.IR.Operators;

/// <summary>
/// Regions of an image brought to one size, each cell from samples between elements. Operands: x [N,C,H,W], regions [R,4] (x1, y1, x2, y2), image of each region [R].
/// Result: [R,C,Height,Width]. https://onnx.ai/onnx/operators/onnx__RoiAlign.html
/// </summary>
/// <param name="Mode">What becomes of the samples of a cell.</param>
/// <param name="Height">Rows of the result.</param>
/// <param name="Width">Columns of the result.</param>
/// <param name="Samples">Samples of a cell along each axis; 0 for as many as elements, per region.</param>
/// <param name="Scale">From coordinates of regions to elements.</param>
/// <param name="HalfPixel">Whether elements have their centers at halves; else regions are at least one element large.</param>
public sealed record RoiAlign(RoiMode Mode, int Height, int Width, int Samples, float Scale, bool HalfPixel) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        Value x = Required(inputs, 0), regions = Required(inputs, 1), image = Required(inputs, 2);
        InferenceContext.Check(x.Shape.Rank == 4 && regions.Shape.Rank == 2 && regions.Shape[1] == 4 && image.Shape.Equals(Shape.Of(regions.Shape[0])), $"regions {regions.Shape} of images {image.Shape} do not fit {x.Shape}");
        InferenceContext.CheckType(x.Element.IsFloat() && regions.Element == x.Element, $"{Name} takes floats of one type, got {x.Type} and {regions.Type}");
        var computed = x.Element == ElementType.Float64 ? ElementType.Float64 : ElementType.Float32;
        var pooled = f.Add(new RoiAlignNhwc(Mode, Height, Width, Samples, Scale, HalfPixel), f.Transpose(f.Cast(x, computed), 0, 2, 3, 1), f.Cast(regions, computed), image);
        return [f.Cast(f.Transpose(pooled, 0, 3, 1, 2), x.Element)];
    }
}
