namespace CompileModel.IR.Operators;

/// <summary>Either a or b on every bit. https://onnx.ai/onnx/operators/onnx__BitwiseXor.html</summary>
public sealed record BitwiseXor : BinaryOperator
{
    /// <inheritdoc/>
    public override bool IsCommutative => true;

    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        InferenceContext.CheckType(operands[0].IsInteger(), $"{Name} takes integers, got {operands[0].ShortName()}");
        return base.ResultType(operands);
    }
}
