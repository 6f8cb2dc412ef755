namespace CompileModel.IR.Operators;

/// <summary>
/// Attention of ONNX Runtime. Operands: queries ([B,L,H], or [B,L,heads,3,D] with keys and values), keys ([B,S,H], [B,heads,S,D], or [B,S,heads,2,D] with values), values, biases of all three
/// [3H], padding mask ([B] lengths, [B,S] or [B,L,S], 1 for what is seen), what is added to the scores, past keys, past values. Results: the output [B,L,H], present keys, present values.
/// https://github.com/microsoft/onnxruntime/blob/main/docs/ContribOperators.md#commicrosoftmultiheadattention
/// </summary>
/// <param name="Heads">Number of heads.</param>
/// <param name="Scale">Factor of the scores; 0 for 1 / sqrt(D).</param>
/// <param name="Hidden">What is added to scores that the mask hides.</param>
/// <param name="IsCausal">Whether a query sees only keys up to its own place.</param>
public sealed record MultiHeadAttention(int Heads, float Scale, float Hidden, bool IsCausal) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var (q, k, v) = Unpacked(f, inputs);
        if (Optional(inputs, 3) is { } bias)
        {
            int own = q.Shape[^1], values = bias.Shape[0] - own - own;
            q = f.Sum(q, f.Slice(bias, 0, 0, own));
            if (k.Shape.Rank == 3) k = f.Sum(k, f.Slice(bias, 0, own, 2 * own));
            if (v.Shape.Rank == 3) v = f.Sum(v, f.Slice(bias, 0, 2 * own, (2 * own) + values));
        }
        int total = (k.Shape.Rank == 4 ? k.Shape[2] : k.Shape[1]) + (Optional(inputs, 6)?.Shape[2] ?? 0);
        var added = Sum(f, Optional(inputs, 4) is { } mask ? Mask(f, mask, q.Shape[0], total, Hidden) : null, Optional(inputs, 5));
        var results = f.AddMany(new Attention(IsCausal, Heads, Heads, Scale, 0, AttentionOutput.Product), [Split(f, q), Split(f, k), Split(f, v), added, Optional(inputs, 6), Optional(inputs, 7)], 3);
        int[] s = results[0].Shape.ToArray();
        return [f.Reshape(f.Transpose(results[0], 0, 2, 1, 3), s[0], s[2], s[1] * s[3]), results[1], results[2]];
    }

    /// <summary>What is added to scores [B,heads,L,S] for a mask of lengths [B], of keys [B,S], or of scores [B,L,S] or [B,1,L,S].</summary>
    public static Value Mask(Formula f, Value mask, int batch, int keys, float hidden)
    {
        Value seen = mask.Shape.Rank switch
        {
            1 when mask.Shape[0] == batch => f.Add(new Less(), f.Table(mask.Element, [1, 1, 1, keys], i => i), f.Reshape(mask, batch, 1, 1, 1)),
            2 => f.Add(new Cast(ElementType.Bool), f.Reshape(mask, mask.Shape[0], 1, 1, mask.Shape[1])),
            3 => f.Add(new Cast(ElementType.Bool), f.Reshape(mask, mask.Shape[0], 1, mask.Shape[1], mask.Shape[2])),
            4 => f.Cast(mask, ElementType.Bool),
            _ => throw new InferenceException(Diagnostics.DiagnosticCodes.ShapeMismatch, $"a mask {mask.Shape} for {batch} sequences of {keys} keys is not supported"),
        };
        return f.Add(new Where(), seen, f.Constant(Tensor.Of(Shape.Scalar, 0)), f.Constant(Tensor.Of(Shape.Scalar, hidden)));
    }

    /// <summary>The sum of what is there.</summary>
    public static Value? Sum(Formula f, Value? a, Value? b) => a is null ? b : b is null ? a : f.Sum(f.Cast(a, b.Element), b);

    private (Value Q, Value K, Value V) Unpacked(Formula f, IReadOnlyList<Value?> inputs)
    {
        Value q = Required(inputs, 0);
        Value Part(Value packed, int i) => f.Reshape(f.Slice(packed, 3, i, i + 1), packed.Shape[0], packed.Shape[1], packed.Shape[2] * packed.Shape[4]);
        if (q.Shape.Rank == 5) return (Part(q, 0), Part(q, 1), Part(q, 2));
        var k = Required(inputs, 1);
        return k.Shape.Rank == 5 ? (q, Part(k, 0), Part(k, 1)) : (q, k, Required(inputs, 2));
    }

    private Value Split(Formula f, Value x)
    {
        if (x.Shape.Rank == 4) return x;
        InferenceContext.Check(x.Shape.Rank == 3 && x.Shape[2] % Heads == 0, $"{x.Shape} cannot be split into {Heads} heads");
        return f.Transpose(f.Reshape(x, x.Shape[0], x.Shape[1], Heads, x.Shape[2] / Heads), 0, 2, 1, 3);
    }
}
