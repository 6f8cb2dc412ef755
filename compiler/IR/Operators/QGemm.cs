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
        Value Turned(int i, bool isTurned) => isTurned ? Transposed(f, Required(inputs, i)) : Required(inputs, i);
        Value One(int i) => MatMulInteger.Columns(f, Required(inputs, i))!;
        var sums = ExactProducts.MatMul(f, Turned(0, TransA), One(2), Turned(3, TransB), One(5), Optional(inputs, 6));
        var factor = f.Mul(f.Mul(One(1), One(4)), f.Scalar(Alpha, One(1)));
        if (Optional(inputs, 7) is null) return [f.Mul(f.Cast(sums, ElementType.Float32), factor)];
        return [Quantization.Rounded(f, sums, f.Add(new Div(), factor, One(7)), One(8), Required(inputs, 8).Element, isFactor: true)];
    }

    /// <summary>A constant stays one, so that the bounds of sums are sharp.</summary>
    private static Value Transposed(Formula f, Value x)
    {
        if (f.Data(x) is not { } data) return f.Transpose(x, 1, 0);
        var (rows, columns) = (x.Shape[0], x.Shape[1]);
        var turned = Tensor.Zeros(x.Element, Shape.Of(columns, rows));
        for (int i = 0; i < data.Count; i++) turned.Fill<byte>()[(i % columns * rows) + (i / columns)] = data.Bytes[i];
        return f.Constant(turned);
    }
}
