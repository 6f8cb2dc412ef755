namespace CompileModel.IR.Operators;

/// <summary>
/// Elements put back where a MaxPool took them from, zeros elsewhere. Operands: x [N,C,spatial...], flat places in the unpooled tensor (int64, shape of x),
/// shape of the result (optional, int64): it adds zeros at the ends. https://onnx.ai/onnx/operators/onnx__MaxUnpool.html
/// </summary>
/// <param name="Kernel">Extents of the pooling window.</param>
/// <param name="Strides">One a spatial axis; empty for 1.</param>
/// <param name="Pads">Begins, then ends; empty for 0.</param>
public sealed record MaxUnpool(Ints Kernel, Ints Strides, Ints Pads) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        Value x = Required(inputs, 0), places = Required(inputs, 1);
        int[] dims = x.Shape.ToArray();
        InferenceContext.Check(dims.Length > 2 && places.Shape.Equals(x.Shape), $"places {places.Shape} do not fit {x.Shape}");
        var window = Window.Resolve(dims.AsSpan(2), Kernel, Strides, [], Pads, AutoPad.NotSet);
        int n = dims.Length - 2;
        int[] full = [dims[0], dims[1], .. Enumerable.Range(0, n).Select(i => (dims[i + 2] - 1) * window.Strides[i] + window.Kernel[i] - window.Pads[i] - window.Pads[n + i])];
        int count = (int)Shape.Of(dims).Count, total = (int)Shape.Of(full).Count;
        var zeros = f.Add(new BroadcastTo([total]), f.Scalar(0, x));
        var flat = f.Add(new ScatterElements(0, ScatterReduction.None), zeros, f.Reshape(places, count), f.Reshape(x, count));
        var result = f.Reshape(flat, full);
        if (Optional(inputs, 2) is not { } shape) return [result];
        int[] wanted = [.. f.Require(shape, "the shape of the result").ToLongs().Select(v => checked((int)v))];
        InferenceContext.Check(wanted.Length == dims.Length, $"a result of {wanted.Length} axes does not fit {x.Shape}");
        return [f.Resize(result, new int[wanted.Length], wanted)];
    }
}
