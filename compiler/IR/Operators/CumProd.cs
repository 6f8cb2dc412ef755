namespace CompileModel.IR.Operators;

/// <summary>Running products along the axis in operand 1. https://onnx.ai/onnx/operators/onnx__CumProd.html</summary>
/// <param name="Exclusive">Each product leaves its own element out.</param>
/// <param name="Reverse">From the end.</param>
public sealed record CumProd(bool Exclusive, bool Reverse) : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        InferenceContext.Axis(context.RequireConstant(1, "the axis").AsLong(0), context[0].Shape.Rank);
        return [context[0]];
    }
}
