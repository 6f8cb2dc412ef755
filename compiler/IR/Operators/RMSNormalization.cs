namespace CompileModel.IR.Operators;

/// <summary>x divided by the root of the mean square over axes Axis and up, times scale (operand 1; broadcast). https://onnx.ai/onnx/operators/onnx__RMSNormalization.html</summary>
/// <param name="Axis">First normalised axis; negative counts from the end.</param>
/// <param name="Epsilon">Added to the mean square.</param>
public sealed record RMSNormalization(int Axis, float Epsilon) : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var x = context[0].Shape;
        InferenceContext.CheckType(context[0].Element.IsFloat(), $"{Name} takes floats, got {context[0]}");
        InferenceContext.Axis(Axis, x.Rank);
        InferenceContext.Check(x.Equals(Shape.Broadcast(context[1].Shape, x)), $"scale {context[1].Shape} does not broadcast to {x}");
        return [context[0]];
    }
}
