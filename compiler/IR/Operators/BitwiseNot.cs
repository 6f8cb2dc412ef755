namespace CompileModel.IR.Operators;

/// <summary>All bits inverted. https://onnx.ai/onnx/operators/onnx__BitwiseNot.html</summary>
public sealed record BitwiseNot : UnaryOperator
{
    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        InferenceContext.CheckType(operands[0].IsInteger(), $"{Name} takes integers, got {operands[0].ShortName()}");
        return operands[0];
    }
}
