namespace CompileModel.IR.Operators;

/// <summary>A matrix: the axes before Axis, and the others. https://onnx.ai/onnx/operators/onnx__Flatten.html</summary>
/// <param name="Axis">First axis of the columns.</param>
public sealed record Flatten(int Axis) : ImportedForm
{
    /// <inheritdoc/>
    public override Operator Canonical(InferenceContext context)
    {
        int[] dims = context[0].Shape.ToArray();
        InferenceContext.Check(Axis >= -dims.Length && Axis <= dims.Length, $"axis {Axis} is outside of {context[0].Shape}");
        int axis = Axis < 0 ? Axis + dims.Length : Axis;
        return new ReshapeTo([dims[..axis].Aggregate(1, (a, b) => checked(a * b)), dims[axis..].Aggregate(1, (a, b) => checked(a * b))]);
    }
}
