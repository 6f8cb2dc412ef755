namespace CompileModel.IR.Operators;

/// <summary>
/// Scaled dot-product attention. Operands: queries, keys, values ([B,heads,L,D] or [B,L,heads*D]), mask (bool or added), past keys, past values, valid lengths of keys [B].
/// Results: the output, present keys, present values, scores. A row of scores that is masked as a whole gives zeros.
/// </summary>
/// <param name="IsCausal">Whether a query sees only keys up to its own place.</param>
/// <param name="QueryHeads">Heads of rank-3 queries, 0 for rank 4.</param>
/// <param name="KeyHeads">Heads of rank-3 keys and values, 0 for rank 4.</param>
/// <param name="Scale">Factor of the products; 0 for 1 / sqrt(D).</param>
/// <param name="SoftCap">Scores are kept within it by tanh; 0 for none.</param>
/// <param name="Scores">What the fourth result is.</param>
public sealed record Attention(bool IsCausal, int QueryHeads, int KeyHeads, float Scale, float SoftCap, AttentionOutput Scores) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var (first, mask, length) = (Required(inputs, 0), Optional(inputs, 3), Optional(inputs, 6));
        bool flat = first.Shape.Rank == 3;
        Value q = Heads(f, first, QueryHeads), k = Heads(f, Required(inputs, 1), KeyHeads), v = Heads(f, Required(inputs, 2), KeyHeads);
        int past = Optional(inputs, 4)?.Shape[2] ?? 0;
        if (Optional(inputs, 4) is { } pastKeys) k = f.Concat(2, pastKeys, k);
        if (Optional(inputs, 5) is { } pastValues) v = f.Concat(2, pastValues, v);
        var (presentKeys, presentValues) = (k, v);

        double root = Math.Sqrt(Scale == 0 ? 1 / Math.Sqrt(q.Shape[3]) : Scale);
        var product = f.Add(new GroupedMatMul(true, 1), f.Mul(q, f.Scalar(root, q)), f.Mul(k, f.Scalar(root, k)));
        var capped = SoftCap == 0 ? product : f.Mul(f.Add(new Tanh(), f.Add(new Div(), product, f.Scalar(SoftCap, product))), f.Scalar(SoftCap, product));
        var bias = Bias(f, mask, length, q.Shape[2], k.Shape[2], past, product);
        var masked = bias is null ? capped : f.Sum(capped, bias);
        var probabilities = f.Add(new Softmax(-1), masked);
        if (bias is not null)
        {
            var isEmpty = f.Add(new Equal(), f.Reduce(Reduction.Max, bias, true, bias.Shape.Rank - 1), f.Scalar(double.NegativeInfinity, bias));
            probabilities = f.Add(new Where(), isEmpty, f.Scalar(0, probabilities), probabilities);
        }
        var result = f.Add(new GroupedMatMul(false, 1), probabilities, v);
        if (flat) result = f.Reshape(f.Transpose(result, 0, 2, 1, 3), q.Shape[0], q.Shape[2], q.Shape[1] * v.Shape[3]);
        Value[] scores = [product, capped, masked, probabilities];
        return [result, presentKeys, presentValues, scores[(int)Scores]];
    }

    private static Value Heads(Formula f, Value x, int heads)
    {
        if (x.Shape.Rank == 4) return x;
        InferenceContext.Check(heads > 0 && x.Shape.Rank == 3 && x.Shape[2] % heads == 0, $"{x.Shape} cannot be split into {heads} heads");
        return f.Transpose(f.Reshape(x, x.Shape[0], x.Shape[1], heads, x.Shape[2] / heads), 0, 2, 1, 3);
    }

    /// <summary>What is added to the scores: 0, minus infinity, or what the mask says.</summary>
    private Value? Bias(Formula f, Value? mask, Value? length, int queries, int keys, int past, Value like)
    {
        double none = double.NegativeInfinity;
        Value? bias = null;
        if (mask is not null)
        {
            bias = mask.Element == ElementType.Bool ? f.Add(new Where(), mask, f.Scalar(0, like), f.Scalar(none, like)) : f.Cast(mask, like.Element);
            int missing = keys - bias.Shape[^1];
            if (missing > 0) bias = f.Add(new PadStatic([.. new int[bias.Shape.Rank]], [.. new int[bias.Shape.Rank - 1], missing], PadMode.Constant, float.NegativeInfinity), bias);
        }
        if (length is not null)
        {
            var end = f.Reshape(f.Cast(length, ElementType.Int64), length.Shape[0], 1, 1, 1);
            var key = f.Table(ElementType.Int64, [1, 1, 1, keys], i => i);
            Add(f.Add(new Less(), key, end));
            if (IsCausal) Add(f.Add(new LessOrEqual(), key, f.Sum(f.Table(ElementType.Int64, [1, 1, queries, 1], i => i - queries), end)));
        }
        else if (IsCausal)
        {
            var causal = f.Table(like.Element, [queries, keys], i => i % keys <= i / keys + past ? 0 : none);
            bias = bias is null ? causal : f.Sum(bias, causal);
        }
        return bias;

        void Add(Value isSeen)
        {
            var seen = f.Add(new Where(), isSeen, f.Scalar(0, like), f.Scalar(none, like));
            bias = bias is null ? seen : f.Sum(bias, seen);
        }
    }
}
