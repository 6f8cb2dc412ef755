namespace CompileModel.IR.Operators;

/// <summary>a + b. https://onnx.ai/onnx/operators/onnx__Add.html</summary>
public sealed record Add : BinaryOperator
{
    /// <inheritdoc/>
    public override bool IsCommutative => true;

    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands) => NumericResult(operands);
}
