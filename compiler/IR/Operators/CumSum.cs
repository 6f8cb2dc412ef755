namespace CompileModel.IR.Operators;

/// <summary>Running sums along the axis in operand 1. https://onnx.ai/onnx/operators/onnx__CumSum.html</summary>
/// <param name="Exclusive">Each sum leaves its own element out.</param>
/// <param name="Reverse">From the end.</param>
public sealed record CumSum(bool Exclusive, bool Reverse) : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        InferenceContext.Axis(context.RequireConstant(1, "the axis").AsLong(0), context[0].Shape.Rank);
        return [context[0]];
    }
}
