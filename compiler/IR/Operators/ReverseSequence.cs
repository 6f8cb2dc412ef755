namespace CompileModel.IR.Operators;

/// <summary>The first lengths[b] elements of every sequence from the last to the first, the others as they are. https://onnx.ai/onnx/operators/onnx__ReverseSequence.html</summary>
/// <param name="BatchAxis">Axis of the sequences, 0 or 1.</param>
/// <param name="TimeAxis">Axis of a sequence's elements, the other of 0 and 1.</param>
public sealed record ReverseSequence(int BatchAxis, int TimeAxis) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var (x, lengths) = (Required(inputs, 0), Required(inputs, 1));
        InferenceContext.Check(x.Shape.Rank >= 2 && BatchAxis + TimeAxis == 1 && BatchAxis is 0 or 1, $"batch axis {BatchAxis} and time axis {TimeAxis} must be 0 and 1 in some order");
        int batch = x.Shape[BatchAxis], steps = x.Shape[TimeAxis];
        InferenceContext.Check(lengths.Shape.Count == batch, $"{lengths.Shape} lengths for {batch} sequences");
        int[] swapped = [1, 0, .. Enumerable.Range(2, x.Shape.Rank - 2)];
        var first = BatchAxis == 0 ? x : f.Transpose(x, swapped);
        var step = f.Table(ElementType.Int64, [1, steps], i => i);
        var length = f.Reshape(f.Cast(lengths, ElementType.Int64), batch, 1);
        var mirrored = f.Add(new Sub(), f.Add(new Sub(), length, f.Scalar(1, length)), step);
        var index = f.Add(new Where(), f.Add(new Less(), step, length), mirrored, step);
        var result = f.Add(new GatherND(1), first, f.Reshape(index, batch, steps, 1));
        return [BatchAxis == 0 ? result : f.Transpose(result, swapped)];
    }
}
