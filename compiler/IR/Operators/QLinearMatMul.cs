namespace CompileModel.IR.Operators;

/// <summary>
/// Matrix product of quantised operands, quantised. Operands: a, its scale and zero point (one, or one a row), b, its scale and zero point (one, or one a column), scale and zero
/// point of the result. Sums are exact, then multiplied by one factor in float32, as in ONNX Runtime. https://onnx.ai/onnx/operators/onnx__QLinearMatMul.html
/// </summary>
public sealed record QLinearMatMul : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        Value? Row(int i) => MatMulInteger.Rows(f, Required(inputs, i));
        Value? Column(int i) => MatMulInteger.Columns(f, Required(inputs, i));
        var sums = ExactProducts.MatMul(f, Required(inputs, 0), Row(2), Required(inputs, 3), Column(5));
        Value Real(Value? scale) => f.Cast(scale!, ElementType.Float32);
        var factor = f.Add(new Div(), f.Mul(Real(Row(1)), Real(Column(4))), Real(Row(6)));
        return [Quantization.Rounded(f, sums, factor, Row(7), Required(inputs, 7).Element, isFactor: true)];
    }
}
