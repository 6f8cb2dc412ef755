namespace CompileModel.IR.Operators;

/// <summary>
/// Convolution of quantised operands, quantised. Operands: x, its scale and zero point, w, its scale and zero point (one, or one a filter), scale and zero point of the result, bias as
/// int32 in units of both scales (optional). Sums are exact, then multiplied by one factor a filter in float32, as in ONNX Runtime.
/// https://onnx.ai/onnx/operators/onnx__QLinearConv.html
/// </summary>
/// <param name="Window">Strides, dilations, pads and groups.</param>
public sealed record QLinearConv(Conv Window) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        Value x = Required(inputs, 0), w = Required(inputs, 3);
        Value One(int i) => Quantization.Along(f, Required(inputs, i), x.Shape, 1);
        Value Channels(Value v) => v.Shape.Count == 1 ? v : f.Reshape(v, Enumerable.Range(0, x.Shape.Rank).Select(i => i == 1 ? w.Shape[0] : 1));
        var sums = ExactProducts.Conv(f, Window, x, One(2), w, Quantization.Along(f, Required(inputs, 5), w.Shape, 0), Optional(inputs, 8));
        var factor = f.Add(new Div(), f.Mul(One(1), Required(inputs, 4)), One(6));
        return [Quantization.Rounded(f, sums, Channels(factor), One(7), Required(inputs, 7).Element, isFactor: true)];
    }
}
