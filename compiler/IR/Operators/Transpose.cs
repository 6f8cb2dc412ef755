namespace CompileModel.IR.Operators;

/// <summary>Axes permuted: axis i of the result is axis Perm[i] of the operand. https://onnx.ai/onnx/operators/onnx__Transpose.html</summary>
/// <param name="Perm">The permutation; empty reverses the axes.</param>
public sealed record Transpose(Ints Perm) : Operator
{
    /// <summary>The permutation for a rank, the default filled in.</summary>
    public Ints For(int rank) => Perm.Count == 0 ? [.. Enumerable.Range(0, rank).Reverse()] : Perm;

    /// <inheritdoc/>
    public override IReadOnlyList<TensorType> Infer(InferenceContext context)
    {
        var x = context[0].Shape;
        var perm = For(x.Rank);
        InferenceContext.Check(perm.Order().SequenceEqual(Enumerable.Range(0, x.Rank)), $"{perm} does not permute the axes of {x}");
        return [new(context[0].Element, Shape.Of(perm.Select(p => x[p])))];
    }
}
