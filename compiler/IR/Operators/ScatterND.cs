namespace CompileModel.IR.Operators;

/// <summary>Operand 0 with slices of operand 2 put at the index tuples in the last axis of operand 1. https://onnx.ai/onnx/operators/onnx__ScatterND.html</summary>
/// <param name="Reduction">What happens to the elements that are there.</param>
public sealed record ScatterND(ScatterReduction Reduction) : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var (x, indexes) = (context[0].Shape, context[1].Shape);
        InferenceContext.CheckType(context[0].Element == context[2].Element, $"{context[0]} cannot take elements of {context[2]}");
        InferenceContext.Check(indexes.Rank > 0 && indexes[^1] <= x.Rank, $"indexes {indexes} do not fit {x}");
        var expected = new Shape([.. indexes.Dims[..^1], .. x.Dims[indexes[^1]..]]);
        InferenceContext.Check(context[2].Shape.Equals(expected), $"updates {context[2].Shape} must be {expected}");
        return [context[0]];
    }
}
