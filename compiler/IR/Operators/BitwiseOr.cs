namespace CompileModel.IR.Operators;

/// <summary>a or b on every bit. https://onnx.ai/onnx/operators/onnx__BitwiseOr.html</summary>
public sealed record BitwiseOr : BinaryOperator
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
