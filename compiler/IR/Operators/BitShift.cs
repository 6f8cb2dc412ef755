namespace CompileModel.IR.Operators;

/// <summary>Unsigned a shifted by b bits. https://onnx.ai/onnx/operators/onnx__BitShift.html</summary>
/// <param name="Left">Direction.</param>
public sealed record BitShift(bool Left) : BinaryOperator
{
    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        InferenceContext.CheckType(operands[0].IsInteger(), $"{Name} takes integers, got {operands[0].ShortName()}");
        return NumericResult(operands);
    }
}
