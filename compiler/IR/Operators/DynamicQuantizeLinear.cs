namespace CompileModel.IR.Operators;

/// <summary>
/// x as uint8 with the scale and zero point that its range, widened to contain 0, needs. Results: the quantised values, scale, zero point. A tensor of zeros has scale 1, as in ONNX
/// Runtime. https://onnx.ai/onnx/operators/onnx__DynamicQuantizeLinear.html
/// </summary>
public sealed record DynamicQuantizeLinear : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var x = Required(inputs, 0);
        InferenceContext.CheckType(x.Element == ElementType.Float32, $"{Name} takes float32, got {x.Element.ShortName()}");
        Value none = f.Scalar(0, x), low = f.Add(new Min(), f.Reduce(Reduction.Min, x, false), none), high = f.Add(new Max(), f.Reduce(Reduction.Max, x, false), none);
        var step = f.Add(new Div(), f.Add(new Sub(), high, low), f.Scalar(255, x));
        var scale = f.Add(new Where(), f.Add(new Equal(), step, none), f.Scalar(1, x), step);
        var zero = Quantization.Rounded(f, f.Add(new Neg(), low), scale, null, ElementType.UInt8);
        return [Quantization.Rounded(f, x, scale, zero, ElementType.UInt8), scale, zero];
    }
}
