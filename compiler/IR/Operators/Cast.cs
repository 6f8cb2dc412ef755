namespace CompileModel.IR.Operators;

/// <summary>x in another element type: floats are rounded or, towards integers, truncated; integers wrap; a bool is whether x is not 0. https://onnx.ai/onnx/operators/onnx__Cast.html</summary>
/// <param name="To">Element type of the result.</param>
public sealed record Cast(ElementType To) : UnaryOperator
{
    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        InferenceContext.CheckType(To != ElementType.String && operands[0] != ElementType.String, "strings are not supported");
        return To;
    }
}
