namespace CompileModel.IR.Operators;

/// <summary>
/// A cache [B,...,T,...] in which every sample's update [B,...,S,...] stands from a place of its own on: operands cache, update, places [B] (optional, 0).
/// https://onnx.ai/onnx/operators/onnx__TensorScatter.html
/// </summary>
/// <param name="Axis">The axis of T; negative counts from the end, never that of the batch.</param>
/// <param name="IsCircular">Whether places are taken modulo T.</param>
public sealed record TensorScatter(int Axis, bool IsCircular) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var (cache, update) = (Required(inputs, 0), Required(inputs, 1));
        int[] dims = cache.Shape.ToArray();
        int axis = InferenceContext.Axis(Axis, dims.Length), length = dims[axis];
        InferenceContext.Check(axis > 0 && update.Shape.Rank == dims.Length && Enumerable.Range(0, dims.Length).All(i => i == axis ? update.Shape[i] <= length : update.Shape[i] == dims[i]),
            $"update {update.Shape} does not fit the cache {cache.Shape} along axis {axis}");
        int steps = update.Shape[axis], batch = dims[0], rows = dims[1..axis].Aggregate(1, (a, b) => a * b), slice = dims[(axis + 1)..].Aggregate(1, (a, b) => a * b);
        var place = f.Table(ElementType.Int64, [1, 1, steps], i => i);
        if (Optional(inputs, 2) is { } start) place = f.Sum(f.Reshape(f.Cast(start, ElementType.Int64), batch, 1, 1), place);
        if (IsCircular) place = f.Add(new Mod(false), place, f.Scalar(length, place));
        int[] all = [batch, rows, steps];
        var places = f.Add(new BroadcastTo([.. all]), place);
        var row = f.Table(ElementType.Int64, [batch * rows * steps, 1], i => i / steps);
        var index = f.Concat(1, row, f.Reshape(places, batch * rows * steps, 1));
        var result = f.Add(new ScatterND(ScatterReduction.None), f.Reshape(cache, batch * rows, length, slice), index, f.Reshape(update, batch * rows * steps, slice));
        return [f.Reshape(result, dims)];
    }
}
