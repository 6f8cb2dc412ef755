namespace CompileModel.IR.Operators;

/// <summary>A new axis of extent depth (operand 1): values[1] at the index of operand 0, values[0] elsewhere (operand 2). https://onnx.ai/onnx/operators/onnx__OneHot.html</summary>
/// <param name="Axis">The new axis, counted in the result.</param>
public sealed record OneHot(int Axis) : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var x = context[0].Shape;
        int axis = InferenceContext.Axis(Axis, x.Rank + 1);
        long depth = context.RequireConstant(1, "the depth").AsLong(0);
        InferenceContext.Check(depth >= 0 && context[2].Shape.Count == 2, $"depth {depth} or values {context[2].Shape} are not valid");
        return [new(context[2].Element, new([.. x.Dims[..axis], depth, .. x.Dims[axis..]]))];
    }
}
