namespace CompileModel.IR.Operators;

/// <summary><see cref="RoiAlign"/> with channels last: x [N,H,W,C] to [R,Height,Width,C], float32 or float64.</summary>
/// <param name="Mode">What becomes of the samples of a cell.</param>
/// <param name="Height">Rows of the result.</param>
/// <param name="Width">Columns of the result.</param>
/// <param name="Samples">Samples of a cell along each axis; 0 for as many as elements, per region, at most <see cref="MostSamples"/>.</param>
/// <param name="Scale">From coordinates of regions to elements.</param>
/// <param name="HalfPixel">Whether elements have their centers at halves; else regions are at least one element large.</param>
public sealed record RoiAlignNhwc(RoiMode Mode, int Height, int Width, int Samples, float Scale, bool HalfPixel) : Operator
{
    /// <summary>Bound of the samples that a region may ask for, so that a broken region ends.</summary>
    public const int MostSamples = 4096;

    /// <inheritdoc/>
    public override Stage From => Stage.Typed;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var (x, regions) = (context[0], context[1].Shape);
        InferenceContext.CheckType(x.Element is ElementType.Float32 or ElementType.Float64 && context[1].Element == x.Element && context[2].Element.IsInteger(), $"{Name} does not take {x}, {context[1]} and {context[2]}");
        InferenceContext.Check(x.Shape.Rank == 4 && Height > 0 && Width > 0 && Samples >= 0, $"{Name} does not fit {x.Shape}");
        return [new(x.Element, Shape.Of(regions[0], Height, Width, x.Shape[3]))];
    }
}
