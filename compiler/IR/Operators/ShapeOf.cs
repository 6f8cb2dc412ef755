namespace CompileModel.IR.Operators;

/// <summary>The dimensions Start to End - 1 of the operand, as int64. https://onnx.ai/onnx/operators/onnx__Shape.html</summary>
/// <param name="Start">First dimension; negative counts from the end; clamped.</param>
/// <param name="End">One after the last; negative counts from the end; clamped.</param>
public sealed record ShapeOf(int Start, int End) : Operator, ITypesOnly
{
    /// <summary>First dimension and number of dimensions for a rank.</summary>
    public (int Start, int Count) For(int rank)
    {
        int start = Math.Clamp(Start < 0 ? Start + rank : Start, 0, rank), end = Math.Clamp(End < 0 ? End + rank : End, 0, rank);
        return (start, Math.Max(0, end - start));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context) => [new(ElementType.Int64, Shape.Of(For(context[0].Shape.Rank).Count))];
}
