namespace CompileModel.IR.Operators;

/// <summary>Transposed convolution of x[N,C,spatial...] with w[C,M/Groups,kernel...] plus bias[M]. https://onnx.ai/onnx/operators/onnx__ConvTranspose.html</summary>
/// <param name="Strides">One a spatial axis; empty for 1.</param>
/// <param name="Dilations">One a spatial axis; empty for 1.</param>
/// <param name="Pads">Begins, then ends; empty for 0.</param>
/// <param name="OutputPads">Extra elements at the ends of the result; empty for 0.</param>
/// <param name="OutputShape">Spatial extents of the result, which then decide the pads; empty when not given.</param>
/// <param name="Groups">Groups of channels.</param>
/// <param name="AutoPad">Automatic padding; replaces Pads.</param>
public sealed record ConvTranspose(Ints Strides, Ints Dilations, Ints Pads, Ints OutputPads, Ints OutputShape, int Groups, AutoPad AutoPad) : Operator
{
    /// <summary>The window, defaults and pads resolved, and the spatial extents of the result.</summary>
    /// <param name="x">Shape of operand 0.</param>
    /// <param name="w">Shape of operand 1.</param>
    public (Window Window, int[] Size) Resolve(Shape x, Shape w)
    {
        int[] spatial = x.ToArray()[2..];
        int n = spatial.Length;
        var window = IR.Window.Resolve(spatial, [.. w.ToArray()[2..]], Strides, Dilations, AutoPad == AutoPad.NotSet ? Pads : [], AutoPad.NotSet);
        InferenceContext.Check((OutputPads.Count == 0 || OutputPads.Count == n) && (OutputShape.Count == 0 || OutputShape.Count == n), $"output pads {OutputPads} and output shape {OutputShape} do not fit {n} axes");
        int[] pads = [.. window.Pads], size = new int[n];
        for (int i = 0; i < n; i++)
        {
            int full = (spatial[i] - 1) * window.Strides[i] + (window.Kernel[i] - 1) * window.Dilations[i] + 1 + (OutputPads.Count == 0 ? 0 : OutputPads[i]);
            bool fixedSize = OutputShape.Count > 0 || AutoPad is AutoPad.SameUpper or AutoPad.SameLower;
            size[i] = OutputShape.Count > 0 ? OutputShape[i] : fixedSize ? spatial[i] * window.Strides[i] : full - pads[i] - pads[n + i];
            if (fixedSize)
            {
                // A result larger than the full one gets its extra elements at the end: a negative end pad.
                int total = full - size[i];
                pads[i] = total < 0 ? 0 : AutoPad == AutoPad.SameUpper ? total / 2 : total - total / 2;
                pads[n + i] = total - pads[i];
            }
            InferenceContext.Check(size[i] > 0, $"pads leave nothing of spatial axis {i}");
        }
        return (window with { Pads = [.. pads] }, size);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var (x, w) = (context[0].Shape, context[1].Shape);
        InferenceContext.CheckType(context[0].Element.IsFloat() && context[1].Element == context[0].Element, $"{Name} takes floats of one type, got {context[0]} and {context[1]}");
        InferenceContext.Check(x.Rank >= 3 && w.Rank == x.Rank, $"{Name} takes an input and weights of one rank of at least 3, got {x} and {w}");
        InferenceContext.Check(Groups > 0 && w[0] == x[1] && x[1] % Groups == 0, $"weights {w} in {Groups} groups do not fit {x[1]} channels");
        if (context.Has(2)) InferenceContext.Check(context[2].Shape.Equals(Shape.Of(w[1] * Groups)), $"bias {context[2].Shape} must be [{w[1] * Groups}]");
        return [new(context[0].Element, Shape.Of([x[0], w[1] * Groups, .. Resolve(x, w).Size]))];
    }
}
