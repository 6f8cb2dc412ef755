namespace CompileModel.IR.Operators;

/// <summary>a &lt;= b as bool. https://onnx.ai/onnx/operators/onnx__LessOrEqual.html</summary>
public sealed record LessOrEqual : BinaryOperator
{
    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        base.ResultType(operands);
        return ElementType.Bool;
    }
}
