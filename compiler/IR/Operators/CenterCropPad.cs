namespace CompileModel.IR.Operators;

/// <summary>The middle of a tensor, or the tensor in the middle of zeros. Operands: x, extents (constant). https://onnx.ai/onnx/operators/onnx__CenterCropPad.html</summary>
/// <param name="Axes">Axes that the extents are for; empty for all.</param>
public sealed record CenterCropPad(Ints Axes) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var x = Required(inputs, 0);
        long[] extents = f.Require(Required(inputs, 1), "the extents").ToLongs();
        int[] sizes = x.Shape.ToArray(), starts = new int[sizes.Length];
        int[] axes = Axes.Count == 0 ? [.. Enumerable.Range(0, sizes.Length)] : [.. Axes.Select(a => InferenceContext.Axis(a, sizes.Length))];
        InferenceContext.Check(axes.Length == extents.Length && extents.All(e => e is > 0 and <= int.MaxValue), $"extents [{string.Join(',', extents)}] do not fit {axes.Length} axes of {x.Shape}");
        foreach (var (axis, extent) in axes.Zip(extents))
        {
            int size = (int)extent, from = sizes[axis];
            // Half of what is cut or added, rounded down, stands in front.
            starts[axis] = from >= size ? (from - size) / 2 : -((size - from) / 2);
            sizes[axis] = size;
        }
        return [f.Resize(x, starts, sizes)];
    }
}
