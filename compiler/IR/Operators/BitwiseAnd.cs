namespace CompileModel.IR.Operators;

/// <summary>a and b on every bit. https://onnx.ai/onnx/operators/onnx__BitwiseAnd.html</summary>
public sealed record BitwiseAnd : BinaryOperator
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
