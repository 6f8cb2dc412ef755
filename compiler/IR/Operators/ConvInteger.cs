namespace CompileModel.IR.Operators;

/// <summary>Convolution of 8-bit integers as int32, exact. Operands: x, w, zero point of x (optional), zero point of w (optional; one, or one a filter).
/// https://onnx.ai/onnx/operators/onnx__ConvInteger.html</summary>
/// <param name="Window">Strides, dilations, pads and groups.</param>
public sealed record ConvInteger(Conv Window) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        Value x = Required(inputs, 0), w = Required(inputs, 1);
        Value? Zero(int i, Value of) => Optional(inputs, i) is { } zero ? Quantization.Along(f, zero, of.Shape, 0) : null;
        return [f.Cast(ExactProducts.Conv(f, Window, x, Zero(2, x), w, Zero(3, w)), ElementType.Int32)];
    }
}
