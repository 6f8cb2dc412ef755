namespace CompileModel.IR.Operators;

/// <summary>
/// Convolution of x[N,C,H,W] - InputZero with w[M,C/Groups,KH,KW], exact, to int32. Operands: x (int8), w (int8, its zero point subtracted; int16 too where every channel is a group of its
/// own), bias[M] (int32, optional). Padding contributes nothing.
/// </summary>
/// <param name="Kernel">KH, KW.</param>
/// <param name="Strides">Vertical, horizontal.</param>
/// <param name="Dilations">Vertical, horizontal.</param>
/// <param name="Pads">Top, left, bottom, right.</param>
/// <param name="Groups">Groups of channels.</param>
/// <param name="InputZero">Zero point of x.</param>
public sealed record IntegerConv(Ints Kernel, Ints Strides, Ints Dilations, Ints Pads, int Groups, int InputZero) : Operator
{
    /// <summary>The geometry.</summary>
    public Window Window => new(Kernel, Strides, Dilations, Pads);

    /// <inheritdoc/>
    public override Stage From => Stage.Typed;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var (x, w) = (context[0].Shape, context[1].Shape);
        InferenceContext.CheckType(IsIntegers(context[0].Element, context[1].Element, w[1]), $"{Name} takes int8, got {context[0]} and {context[1]}");
        InferenceContext.Check(x.Rank == 4 && w.Rank == 4 && w[1] * Groups == x[1] && w[0] % Groups == 0 && w[2] == Kernel[0] && w[3] == Kernel[1], $"weights {w} in {Groups} groups do not fit input {x}");
        if (context.Has(2)) InferenceContext.Check(context[2].Equals(new(ElementType.Int32, Shape.Of(w[0]))), $"bias {context[2]} must be int32 [{w[0]}]");
        int[] size = Window.OutputSizes([x[2], x[3]]);
        return [new(ElementType.Int32, Shape.Of(x[0], w[0], size[0], size[1]))];
    }

    /// <summary>Whether sums of products of these types are defined.</summary>
    /// <param name="x">Type of the input.</param>
    /// <param name="w">Type of the weights.</param>
    /// <param name="depth">Channels of a group.</param>
    public static bool IsIntegers(ElementType x, ElementType w, int depth) => x == ElementType.Int8 && (w == ElementType.Int8 || (w == ElementType.Int16 && depth == 1));
}
