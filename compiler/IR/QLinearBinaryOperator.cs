using CompileModel.IR.Operators;

namespace CompileModel.IR;

/// <summary>
/// A sum or product of the domain com.microsoft on quantised values that broadcast. Operands: a, its scale and zero point, b, its scale and zero point, scale and zero point of the result;
/// zero points may be left out. The zero point of the result is added before rounding, as ONNX Runtime does.
/// </summary>
public abstract record QLinearBinaryOperator : CompositeOperator
{
    /// <summary>The result in units of its scale, zero point included, in float32.</summary>
    /// <param name="f">Takes the nodes.</param>
    /// <param name="a">Left operand with its scale and zero point.</param>
    /// <param name="b">Right operand with its scale and zero point.</param>
    /// <param name="scale">Scale of the result.</param>
    /// <param name="zero">Zero point of the result in float32.</param>
    protected abstract Value Scaled(Formula f, (Value Data, Value Scale, Value? Zero) a, (Value Data, Value Scale, Value? Zero) b, Value scale, Value zero);

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        Value? One(int i) => Optional(inputs, i) is { } parameter ? Quantization.Along(f, parameter, Shape.Scalar, 0) : null;
        var zero = One(7);
        var shift = zero is null ? f.Constant(Tensor.Of(Shape.Scalar, 0)) : f.Cast(zero, ElementType.Float32);
        var result = Scaled(f, (Required(inputs, 0), One(1)!, One(2)), (Required(inputs, 3), One(4)!, One(5)), One(6)!, shift);
        return [Quantization.Rounded(f, result, f.Scalar(1, result), null, Required(inputs, 0).Element, isFactor: true)];
    }
}
