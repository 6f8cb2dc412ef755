namespace CompileModel.IR.Operators;

/// <summary>a &lt; b as bool. https://onnx.ai/onnx/operators/onnx__Less.html</summary>
public sealed record Less : BinaryOperator
{
    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        base.ResultType(operands);
        return ElementType.Bool;
    }
}
