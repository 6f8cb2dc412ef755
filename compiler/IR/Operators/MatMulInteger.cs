namespace CompileModel.IR.Operators;

/// <summary>
/// Matrix product of 8-bit integers as int32, exact. Operands: a, b, zero point of a (optional; one, or one a row), zero point of b (optional; one, or one a column).
/// https://onnx.ai/onnx/operators/onnx__MatMulInteger.html
/// </summary>
public sealed record MatMulInteger : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs) =>
        [f.Cast(ExactProducts.MatMul(f, Required(inputs, 0), Rows(f, Optional(inputs, 2)), Required(inputs, 1), Columns(f, Optional(inputs, 3))), ElementType.Int32)];

    /// <summary>A parameter of rank 1 of the left operand, one a row, so that it broadcasts.</summary>
    public static Value? Rows(Formula f, Value? parameter) =>
        parameter is null ? null : parameter.Shape.Count == 1 ? f.Reshape(parameter) : parameter.Shape.Rank == 1 ? f.Reshape(parameter, parameter.Shape[0], 1) : parameter;

    /// <summary>A parameter of the right operand: one, or one a column.</summary>
    public static Value? Columns(Formula f, Value? parameter) => parameter is { Shape.Count: 1 } ? f.Reshape(parameter) : parameter;
}
