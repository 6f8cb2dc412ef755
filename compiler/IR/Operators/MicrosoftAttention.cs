namespace CompileModel.IR.Operators;

/// <summary>
/// Self-attention with its projections, Attention of the domain com.microsoft. Operands: x [B,L,D], weights [D,queries + keys + values], biases (optional), mask (as of
/// <see cref="MultiHeadAttention"/>), past [2,B,heads,P,D] (optional), what is added to the scores (optional). Results: the output, present.
/// https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#commicrosoftattention
/// </summary>
/// <param name="Heads">Number of heads.</param>
/// <param name="Sizes">Features of queries, keys and values; empty for a third of the weights each.</param>
/// <param name="Scale">Factor of the scores; 0 for 1 / sqrt(D).</param>
/// <param name="Hidden">What is added to scores that the mask hides.</param>
/// <param name="IsCausal">Whether a query sees only keys up to its own place.</param>
public sealed record MicrosoftAttention(int Heads, Ints Sizes, float Scale, float Hidden, bool IsCausal) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        Value x = Required(inputs, 0), weights = Required(inputs, 1), projected = f.Add(new MatMul(), x, weights);
        if (Optional(inputs, 2) is { } bias) projected = f.Sum(projected, bias);
        int third = weights.Shape[1] / 3, start = 0;
        Value[] parts = new Value[3];
        for (int i = 0; i < 3; i++)
        {
            int size = Sizes.Count == 3 ? Sizes[i] : third;
            parts[i] = f.Slice(projected, 2, start, start + size);
            start += size;
        }
        var past = Optional(inputs, 4);
        Value? Half(int i) => past is null ? null : f.Reshape(f.Slice(past, 0, i, i + 1), past.Shape.ToArray()[1..]);
        var results = f.AddMany(new MultiHeadAttention(Heads, Scale, Hidden, IsCausal), [parts[0], parts[1], parts[2], null, Optional(inputs, 3), Optional(inputs, 5), Half(0), Half(1)], 3);
        if (outputs < 2) return [results[0]];
        Value Stacked(Value v) => f.Reshape(v, [1, .. v.Shape.ToArray()]);
        return [results[0], f.Concat(0, Stacked(results[1]), Stacked(results[2]))];
    }
}
