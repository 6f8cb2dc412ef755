namespace CompileModel.IR.Operators;

/// <summary>
/// x in another element type: floats are rounded or, towards integers, truncated; integers wrap, those of 4 and 2 bits too; a bool is whether x is not 0.
/// https://onnx.ai/onnx/operators/onnx__Cast.html
/// </summary>
/// <param name="To">Element type of the result.</param>
/// <param name="Saturate">Whether what a float of 8 bits cannot hold becomes its largest value; else infinity or NaN.</param>
/// <param name="Rounding">Towards float8e8m0 only.</param>
public sealed record Cast(ElementType To, bool Saturate = true, ScaleRounding Rounding = ScaleRounding.Up) : UnaryOperator
{
    /// <inheritdoc/>
    public override ElementType ResultType(ReadOnlySpan<ElementType> operands)
    {
        InferenceContext.CheckType(To != ElementType.String && operands[0] != ElementType.String, "strings are not supported");
        return To;
    }
}
