namespace CompileModel.IR.Operators;

/// <summary>Elements of operand 0: the index along Axis comes from operand 1, the others are those of the result. https://onnx.ai/onnx/operators/onnx__GatherElements.html</summary>
/// <param name="Axis">The axis; negative counts from the end.</param>
public sealed record GatherElements(int Axis) : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        InferenceContext.CheckType(context[1].Element.IsInteger(), $"indexes must be integers, got {context[1]}");
        InferenceContext.Check(context[0].Shape.Rank == context[1].Shape.Rank, $"indexes {context[1].Shape} do not have the rank of {context[0].Shape}");
        InferenceContext.Axis(Axis, context[0].Shape.Rank);
        return [new(context[0].Element, context[1].Shape)];
    }
}
