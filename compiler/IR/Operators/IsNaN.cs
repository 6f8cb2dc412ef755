namespace CompileModel.IR.Operators;

/// <summary>Whether x is not a number, as bool. https://onnx.ai/onnx/operators/onnx__IsNaN.html</summary>
public sealed record IsNaN : UnaryOperator
{
    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        InferenceContext.CheckType(operands[0].IsFloat(), $"{Name} takes floats, got {operands[0].ShortName()}");
        return ElementType.Bool;
    }
}
