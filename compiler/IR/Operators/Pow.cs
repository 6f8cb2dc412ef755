namespace CompileModel.IR.Operators;

/// <summary>a to the power of b; the exponent may have another type. https://onnx.ai/onnx/operators/onnx__Pow.html</summary>
public sealed record Pow : BinaryOperator
{
    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        foreach (var type in operands) InferenceContext.CheckType(type.IsFloat() || type.IsInteger(), $"{Name} takes numbers, got {type.ShortName()}");
        return operands[0];
    }
}
