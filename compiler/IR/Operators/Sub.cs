namespace CompileModel.IR.Operators;

/// <summary>a - b. https://onnx.ai/onnx/operators/onnx__Sub.html</summary>
public sealed record Sub : BinaryOperator
{
    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands) => NumericResult(operands);
}
