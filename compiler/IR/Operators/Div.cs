namespace CompileModel.IR.Operators;

/// <summary>a / b; integers are truncated. https://onnx.ai/onnx/operators/onnx__Div.html</summary>
public sealed record Div : BinaryOperator
{
    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands) => NumericResult(operands);
}
