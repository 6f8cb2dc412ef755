namespace CompileModel.IR.Operators;

/// <summary>|x|. https://onnx.ai/onnx/operators/onnx__Abs.html</summary>
public sealed record Abs : UnaryOperator
{
    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        InferenceContext.CheckType(operands[0].IsFloat() || operands[0].IsInteger(), $"{Name} takes numbers, got {operands[0].ShortName()}");
        return operands[0];
    }
}
