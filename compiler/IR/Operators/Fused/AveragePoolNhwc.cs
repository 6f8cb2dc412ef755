namespace CompileModel.IR.Operators.Fused;

/// <summary>
/// Mean over windows of x[N,H,W,C]. A window counts its taps inside the input, or, with <paramref name="CountIncludePad"/>, its taps inside the
/// input padded by <paramref name="Pads"/>; taps in <paramref name="CeilPads"/> never count.
/// </summary>
/// <param name="Kernel">KH, KW.</param>
/// <param name="Strides">Vertical, horizontal.</param>
/// <param name="Dilations">Vertical, horizontal.</param>
/// <param name="Pads">Top, left, bottom, right.</param>
/// <param name="CeilPads">Bottom, right: further room for the last windows of a ceiled extent.</param>
/// <param name="CountIncludePad">Whether padding counts as zeros.</param>
public sealed record AveragePoolNhwc(Ints Kernel, Ints Strides, Ints Dilations, Ints Pads, Ints CeilPads, bool CountIncludePad) : Operator
{
    /// <inheritdoc/>
    public override Stage From => Stage.Canonical;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var x = context[0].Shape;
        InferenceContext.Check(x.Rank == 4, $"{Name} takes a tensor of rank 4, got {x}");
        Ints pads = [Pads[0], Pads[1], Pads[2] + CeilPads[0], Pads[3] + CeilPads[1]];
        int[] size = new Window(Kernel, Strides, Dilations, pads).OutputSizes([x[1], x[2]]);
        return [new(context[0].Element, Shape.Of(x[0], size[0], size[1], x[3]))];
    }
}
