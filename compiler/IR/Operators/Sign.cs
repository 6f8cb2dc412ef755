namespace CompileModel.IR.Operators;

/// <summary>-1, 0 or 1 by the sign. https://onnx.ai/onnx/operators/onnx__Sign.html</summary>
public sealed record Sign : UnaryOperator
{
    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        InferenceContext.CheckType(operands[0].IsFloat() || operands[0].IsInteger(), $"{Name} takes numbers, got {operands[0].ShortName()}");
        return operands[0];
    }
}
