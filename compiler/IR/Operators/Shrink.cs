namespace CompileModel.IR.Operators;

/// <summary>x + Bias below -Lambd, x - Bias above Lambd, else 0. https://onnx.ai/onnx/operators/onnx__Shrink.html</summary>
/// <param name="Bias">How far x is drawn to 0.</param>
/// <param name="Lambd">Threshold.</param>
public sealed record Shrink(float Bias, float Lambd) : UnaryOperator
{
    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        InferenceContext.CheckType(operands[0].IsFloat() || operands[0].IsInteger(), $"{Name} takes numbers, got {operands[0].ShortName()}");
        return operands[0];
    }
}
