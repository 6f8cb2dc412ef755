namespace CompileModel.IR.Operators;

/// <summary>
/// x / scale rounded half to even plus zero point, saturated; towards 8- and 4-bit floats the quotient is cast. Operands: x, scale, zero point (optional). The quotient is float32
/// whatever the types. https://onnx.ai/onnx/operators/onnx__QuantizeLinear.html
/// </summary>
/// <param name="Axis">Axis of scales of rank 1 and of blocks.</param>
/// <param name="Block">Indexes that share a scale; 0 for none.</param>
/// <param name="Saturate">As of <see cref="Cast"/>.</param>
/// <param name="To">Type of the result when there is no zero point.</param>
public sealed record QuantizeLinear(int Axis, int Block, bool Saturate, ElementType To) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        Value x = Required(inputs, 0), scale = Quantization.Along(f, Required(inputs, 1), x.Shape, Axis, Block);
        InferenceContext.CheckType(x.Element.IsFloat() || x.Element == ElementType.Int32, $"{Name} takes floats or int32, got {x.Element.ShortName()}");
        var zero = Optional(inputs, 2) is { } given ? Quantization.Along(f, given, x.Shape, Axis, Block) : null;
        var to = zero?.Element ?? To;
        if (!to.IsNarrowFloat()) return [Quantization.Rounded(f, x, scale, zero, to)];
        var quotient = f.Add(new Div(), f.Cast(x, ElementType.Float32), f.Cast(scale, ElementType.Float32));
        var shifted = zero is null ? quotient : f.Sum(quotient, f.Cast(zero, ElementType.Float32));
        return [f.Add(new Cast(to, Saturate), shifted)];
    }
}
