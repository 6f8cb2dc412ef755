namespace CompileModel.IR.Operators;

/// <summary>Indexes of the elements of a constant that are not 0, one column each, as int64. https://onnx.ai/onnx/operators/onnx__NonZero.html</summary>
public sealed record NonZero : Operator
{
    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var x = context.RequireConstant(0, "the tensor whose non-zero elements are counted");
        return [new(ElementType.Int64, Shape.Of(x.Shape.Rank, Enumerable.Range(0, x.Count).Count(i => x.AsDouble(i) != 0)))];
    }
}
