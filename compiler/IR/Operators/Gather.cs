namespace CompileModel.IR.Operators;

/// <summary>Slices of operand 0 along an axis at the indexes in operand 1, whose axes take the place of the axis. https://onnx.ai/onnx/operators/onnx__Gather.html</summary>
/// <param name="Axis">The axis; negative counts from the end.</param>
public sealed record Gather(int Axis) : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var x = context[0].Shape;
        InferenceContext.CheckType(context[1].Element.IsInteger(), $"indexes must be integers, got {context[1]}");
        int axis = InferenceContext.Axis(Axis, x.Rank);
        return [new(context[0].Element, new([.. x.Dims[..axis], .. context[1].Shape.Dims, .. x.Dims[(axis + 1)..]]))];
    }
}
