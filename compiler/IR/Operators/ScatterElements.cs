namespace CompileModel.IR.Operators;

/// <summary>Operand 0 with the elements of operand 2 put at the places whose index along Axis is in operand 1. https://onnx.ai/onnx/operators/onnx__ScatterElements.html</summary>
/// <param name="Axis">The axis; negative counts from the end.</param>
/// <param name="Reduction">What happens to the element that is there.</param>
public sealed record ScatterElements(int Axis, ScatterReduction Reduction) : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        InferenceContext.Axis(Axis, context[0].Shape.Rank);
        InferenceContext.CheckType(context[0].Element == context[2].Element, $"{context[0]} cannot take elements of {context[2]}");
        InferenceContext.Check(context[1].Shape.Rank == context[0].Shape.Rank && context[1].Shape.Equals(context[2].Shape), $"indexes {context[1].Shape} and updates {context[2].Shape} do not fit {context[0].Shape}");
        return [context[0]];
    }
}
