namespace CompileModel.IR.Operators;

/// <summary>The smaller operand; NaN when one is. https://onnx.ai/onnx/operators/onnx__Min.html</summary>
public sealed record Min : BinaryOperator
{
    /// <inheritdoc/>
    public override bool IsCommutative => true;

    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands) => NumericResult(operands);
}
