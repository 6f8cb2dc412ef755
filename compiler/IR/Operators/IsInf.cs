namespace CompileModel.IR.Operators;

/// <summary>Whether x is infinite, as bool. https://onnx.ai/onnx/operators/onnx__IsInf.html</summary>
/// <param name="Negative">Whether negative infinity counts.</param>
/// <param name="Positive">Whether positive infinity counts.</param>
public sealed record IsInf(bool Negative, bool Positive) : UnaryOperator
{
    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        InferenceContext.CheckType(operands[0].IsFloat(), $"{Name} takes floats, got {operands[0].ShortName()}");
        return ElementType.Bool;
    }
}
