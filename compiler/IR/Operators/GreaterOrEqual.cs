namespace CompileModel.IR.Operators;

/// <summary>a &gt;= b as bool. https://onnx.ai/onnx/operators/onnx__GreaterOrEqual.html</summary>
public sealed record GreaterOrEqual : BinaryOperator
{
    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        base.ResultType(operands);
        return ElementType.Bool;
    }
}
