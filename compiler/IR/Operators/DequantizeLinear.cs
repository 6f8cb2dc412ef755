namespace CompileModel.IR.Operators;

/// <summary>
/// (x - zero point) * scale, computed in float32. Operands: x (integers, floats of 8 or 4 bits), scale, zero point (optional).
/// https://onnx.ai/onnx/operators/onnx__DequantizeLinear.html
/// </summary>
/// <param name="Axis">Axis of scales of rank 1 and of blocks.</param>
/// <param name="Block">Indexes that share a scale; 0 for none.</param>
/// <param name="To">Type of the result; null for that of the scale (float32 for scales of float8e8m0).</param>
public sealed record DequantizeLinear(int Axis, int Block, ElementType? To) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        Value x = Required(inputs, 0), scale = Quantization.Along(f, Required(inputs, 1), x.Shape, Axis, Block);
        InferenceContext.CheckType(x.Element.IsInteger() || x.Element.IsNarrowInteger() || x.Element.IsNarrowFloat(), $"{Name} takes quantised values, got {x.Element.ShortName()}");
        var zero = Optional(inputs, 2) is { } given ? Quantization.Along(f, given, x.Shape, Axis, Block) : null;
        return [f.Cast(Quantization.Real(f, x, scale, zero), To ?? (scale.Element.IsFloat() ? scale.Element : ElementType.Float32))];
    }
}
