namespace CompileModel.IR.Operators.Fused;

/// <summary>Maximum over windows of x[N,H,W,C]; padding never wins.</summary>
/// <param name="Kernel">KH, KW.</param>
/// <param name="Strides">Vertical, horizontal.</param>
/// <param name="Dilations">Vertical, horizontal.</param>
/// <param name="Pads">Top, left, bottom, right; a ceiled extent is part of the end pads, which may reach beyond what ONNX allows.</param>
public sealed record MaxPoolNhwc(Ints Kernel, Ints Strides, Ints Dilations, Ints Pads) : Operator
{
    /// <inheritdoc/>
    public override Stage From => Stage.Canonical;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var x = context[0].Shape;
        InferenceContext.Check(x.Rank == 4, $"{Name} takes a tensor of rank 4, got {x}");
        int[] size = new Window(Kernel, Strides, Dilations, Pads).OutputSizes([x[1], x[2]]);
        return [new(context[0].Element, Shape.Of(x[0], size[0], size[1], x[3]))];
    }
}
