namespace CompileModel.IR.Operators;

/// <summary>
/// Alpha * a * b + c of quantised matrices. Operands: a, its scale and zero point, b, its scale and zero point (one, or one a column), c as int32 (optional), scale and zero point of the
/// result, without which it is float32. https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#commicrosoftqgemm
/// </summary>
/// <param name="Alpha">Factor of the product.</param>
/// <param name="TransA">a is stored transposed.</param>
/// <param name="TransB">b is stored transposed.</param>
public sealed record QGemm(float Alpha, bool TransA, bool TransB) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        Value Turned(int i, bool isTurned) => isTurned ? f.Transpose(Required(inputs, i), 1, 0) : Required(inputs, i);
        Value One(int i) => MatMulInteger.Columns(f, Required(inputs, i))!;
        var sums = ExactProducts.MatMul(f, Turned(0, TransA), One(2), Turned(3, TransB), One(5));
        if (Optional(inputs, 6) is { } bias) sums = f.Sum(f.Cast(sums, ElementType.Int32), bias);
        var factor = f.Mul(f.Mul(One(1), One(4)), f.Scalar(Alpha, One(1)));
        if (Optional(inputs, 7) is null) return [f.Mul(f.Cast(sums, ElementType.Float32), factor)];
        return [Quantization.Rounded(f, sums, f.Add(new Div(), factor, One(7)), One(8), Required(inputs, 8).Element, isFactor: true)];
    }
}
