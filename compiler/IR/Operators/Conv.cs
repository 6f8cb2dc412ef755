namespace CompileModel.IR.Operators;

/// <summary>Convolution of x[N,C,spatial...] with w[M,C/Groups,kernel...] plus bias[M]. https://onnx.ai/onnx/operators/onnx__Conv.html</summary>
/// <param name="Strides">One a spatial axis; empty for 1.</param>
/// <param name="Dilations">One a spatial axis; empty for 1.</param>
/// <param name="Pads">Begins, then ends; empty for 0.</param>
/// <param name="Groups">Groups of channels.</param>
/// <param name="AutoPad">Automatic padding; replaces Pads.</param>
/// <param name="IsExact">Whether operands are integers whose sums must stay exact: no transformed tiles.</param>
public sealed record Conv(Ints Strides, Ints Dilations, Ints Pads, int Groups, AutoPad AutoPad, bool IsExact = false) : Operator
{
    /// <summary>The window, defaults resolved.</summary>
    /// <param name="x">Shape of operand 0.</param>
    /// <param name="w">Shape of operand 1.</param>
    public Window Window(Shape x, Shape w) => IR.Window.Resolve(x.ToArray().AsSpan(2), [.. w.ToArray()[2..]], Strides, Dilations, Pads, AutoPad);

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var (x, w) = (context[0].Shape, context[1].Shape);
        InferenceContext.CheckType(context[0].Element.IsFloat() && context[1].Element == context[0].Element, $"{Name} takes floats of one type, got {context[0]} and {context[1]}");
        InferenceContext.Check(x.Rank >= 3 && w.Rank == x.Rank, $"{Name} takes an input and weights of one rank of at least 3, got {x} and {w}");
        InferenceContext.Check(Groups > 0 && w[1] * Groups == x[1] && w[0] % Groups == 0, $"weights {w} in {Groups} groups do not fit {x[1]} channels");
        if (context.Has(2)) InferenceContext.Check(context[2].Shape.Equals(Shape.Of(w[0])), $"bias {context[2].Shape} must be [{w[0]}]");
        return [new(context[0].Element, Shape.Of([x[0], w[0], .. Window(x, w).OutputSizes(x.ToArray().AsSpan(2))]))];
    }
}
