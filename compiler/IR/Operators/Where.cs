namespace CompileModel.IR.Operators;

/// <summary>a where the condition (a bool) holds, else b. https://onnx.ai/onnx/operators/onnx__Where.html</summary>
public sealed record Where : ElementwiseOperator
{
    /// <inheritdoc/>
    public override int Arity => 3;

    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        InferenceContext.CheckType(operands[0] == ElementType.Bool, $"the condition must be a bool, got {operands[0].ShortName()}");
        InferenceContext.CheckType(operands[1] == operands[2], $"{Name} takes operands of one type, got {operands[1].ShortName()} and {operands[2].ShortName()}");
        return operands[1];
    }
}
