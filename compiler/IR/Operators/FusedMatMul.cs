namespace CompileModel.IR.Operators;

/// <summary>Alpha * a * b with operands that are stored transposed. https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#commicrosoftfusedmatmul</summary>
/// <param name="Alpha">Factor of the product.</param>
/// <param name="TransA">The last two axes of a are exchanged.</param>
/// <param name="TransB">The last two axes of b are exchanged.</param>
/// <param name="TransBatchA">Before that, the first axis of a moves behind the batch axes.</param>
/// <param name="TransBatchB">Before that, the first axis of b moves behind the batch axes.</param>
public sealed record FusedMatMul(float Alpha, bool TransA, bool TransB, bool TransBatchA, bool TransBatchB) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var product = f.Add(new MatMul(), Turned(f, Required(inputs, 0), TransA, TransBatchA), Turned(f, Required(inputs, 1), TransB, TransBatchB));
        return [Alpha == 1 ? product : f.Mul(product, f.Scalar(Alpha, product))];
    }

    private static Value Turned(Formula f, Value x, bool isTurned, bool isBatchTurned)
    {
        int rank = x.Shape.Rank;
        if (rank < 2 || !(isTurned || isBatchTurned)) return x;
        int[] order = [.. Enumerable.Range(0, rank)];
        if (isBatchTurned) order = [.. order[1..^1], 0, rank - 1];
        if (isTurned) (order[^1], order[^2]) = (order[^2], order[^1]);
        return f.Transpose(x, order);
    }
}
