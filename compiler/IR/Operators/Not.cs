namespace CompileModel.IR.Operators;

/// <summary>Logical negation. https://onnx.ai/onnx/operators/onnx__Not.html</summary>
public sealed record Not : UnaryOperator
{
    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        InferenceContext.CheckType(operands[0] == ElementType.Bool, $"{Name} takes bool, got {operands[0].ShortName()}");
        return operands[0];
    }
}
