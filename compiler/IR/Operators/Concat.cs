namespace CompileModel.IR.Operators;

/// <summary>Operands one after the other along an axis. https://onnx.ai/onnx/operators/onnx__Concat.html</summary>
/// <param name="Axis">The axis; negative counts from the end.</param>
public sealed record Concat(int Axis) : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        int[] dims = context[0].Shape.ToArray();
        int axis = InferenceContext.Axis(Axis, dims.Length);
        for (int i = 1; i < context.Inputs; i++)
        {
            var next = context[i].Shape;
            InferenceContext.CheckType(context[i].Element == context[0].Element, $"{Name} takes operands of one type, got {context[0]} and {context[i]}");
            InferenceContext.Check(next.Rank == dims.Length && Enumerable.Range(0, next.Rank).All(d => d == axis || next[d] == dims[d]),
                $"{context[0].Shape} and {next} differ in another axis than {axis}");
            dims[axis] += next[axis];
        }
        return [new(context[0].Element, Shape.Of(dims))];
    }
}
