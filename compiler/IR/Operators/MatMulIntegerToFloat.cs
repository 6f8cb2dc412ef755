namespace CompileModel.IR.Operators;

/// <summary>
/// Product of quantised matrices as float32. Operands: a, b, scale of a, scale of b, zero point of a, zero point of b, bias; the last three may be left out.
/// https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#commicrosoftmatmulintegertofloat
/// </summary>
public sealed record MatMulIntegerToFloat : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var sums = ExactProducts.MatMul(f, Required(inputs, 0), MatMulInteger.Rows(f, Optional(inputs, 4)), Required(inputs, 1), MatMulInteger.Columns(f, Optional(inputs, 5)));
        var real = f.Mul(f.Cast(sums, ElementType.Float32), f.Mul(MatMulInteger.Rows(f, Required(inputs, 2))!, MatMulInteger.Columns(f, Required(inputs, 3))!));
        return [Optional(inputs, 6) is { } bias ? f.Sum(real, bias) : real];
    }
}
