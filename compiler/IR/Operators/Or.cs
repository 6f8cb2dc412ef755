namespace CompileModel.IR.Operators;

/// <summary>a or b, for bools. https://onnx.ai/onnx/operators/onnx__Or.html</summary>
public sealed record Or : BinaryOperator
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
