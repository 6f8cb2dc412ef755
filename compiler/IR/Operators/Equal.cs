namespace CompileModel.IR.Operators;

/// <summary>a == b as bool. https://onnx.ai/onnx/operators/onnx__Equal.html</summary>
public sealed record Equal : BinaryOperator
{
    /// <inheritdoc/>
    public override bool IsCommutative => true;

    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        base.ResultType(operands);
        return ElementType.Bool;
    }
}
