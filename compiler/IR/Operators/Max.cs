namespace CompileModel.IR.Operators;

/// <summary>The larger operand; NaN when one is. https://onnx.ai/onnx/operators/onnx__Max.html</summary>
public sealed record Max : BinaryOperator
{
    /// <inheritdoc/>
    public override bool IsCommutative => true;

    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands) => NumericResult(operands);
}
