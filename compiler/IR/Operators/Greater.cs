namespace CompileModel.IR.Operators;

/// <summary>a &gt; b as bool. https://onnx.ai/onnx/operators/onnx__Greater.html</summary>
public sealed record Greater : BinaryOperator
{
    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        base.ResultType(operands);
        return ElementType.Bool;
    }
}
