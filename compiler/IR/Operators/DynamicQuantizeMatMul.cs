namespace CompileModel.IR.Operators;

/// <summary>
/// A float32 matrix, quantised as it comes, times a quantised one. Operands: a, b, scale of b, zero point of b (optional), bias (optional).
/// https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#commicrosoftdynamicquantizematmul
/// </summary>
public sealed record DynamicQuantizeMatMul : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var a = f.AddMany(new DynamicQuantizeLinear(), [Required(inputs, 0)], 3);
        return [f.Add(new MatMulIntegerToFloat(), a[0], Required(inputs, 1), a[1], Required(inputs, 2), a[2], Optional(inputs, 3), Optional(inputs, 4))];
    }
}
