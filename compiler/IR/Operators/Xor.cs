namespace CompileModel.IR.Operators;

/// <summary>Either a or b, for bools. https://onnx.ai/onnx/operators/onnx__Xor.html</summary>
public sealed record Xor : BinaryOperator
{
    /// <inheritdoc/>
    public override bool IsCommutative => true;

    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        InferenceContext.CheckType(operands[0] == ElementType.Bool, $"{Name} takes bool, got {operands[0].ShortName()}");
        return base.ResultType(operands);
    }
}
