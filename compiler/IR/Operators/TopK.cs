namespace CompileModel.IR.Operators;

/// <summary>The K (operand 1) largest or smallest elements along an axis, in order, and their indexes (int64). https://onnx.ai/onnx/operators/onnx__TopK.html</summary>
/// <param name="Axis">The axis; negative counts from the end.</param>
/// <param name="Largest">Largest instead of smallest.</param>
public sealed record TopK(int Axis, bool Largest) : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        int[] dims = context[0].Shape.ToArray();
        int axis = InferenceContext.Axis(Axis, dims.Length);
        long k = context.RequireConstant(1, "k").AsLong(0);
        InferenceContext.Check(k >= 0 && k <= dims[axis], $"k = {k} is more than the extent {dims[axis]}");
        dims[axis] = (int)k;
        return [.. Enumerable.Range(0, context.Outputs).Select(i => new TensorType(i == 0 ? context[0].Element : ElementType.Int64, Shape.Of(dims)))];
    }
}
