namespace CompileModel.IR.Operators;

/// <summary>x for x >= 0, slope * x below; the slope broadcasts to x. https://onnx.ai/onnx/operators/onnx__PRelu.html</summary>
public sealed record PRelu : BinaryOperator
{
    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands) => NumericResult(operands);
}
