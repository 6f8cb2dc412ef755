namespace CompileModel.IR.Operators;

/// <summary>
/// Attention with a state matrix for each head in place of the softmax, one step after another: S decays by e^decay, then k (v - S^T k) beta (IsDelta) or k v is added, and a query reads q^T S.
/// Operands: queries [B,T,Hq*Dk], keys [B,T,H*Dk], values [B,T,H*Dv], state [B,H,Dk,Dv] (optional, 0), decay [B,T,H or H*Dk] (IsGated), beta [B,T,H or 1] (IsDelta), erase gates
/// [B,T,H*Dk] (optional). Results: [B,T,Hq*Dv] and the state. https://onnx.ai/onnx/operators/onnx__LinearAttention.html
/// </summary>
/// <param name="QueryHeads">Hq, a multiple of H.</param>
/// <param name="KeyHeads">H.</param>
/// <param name="Scale">Factor of the results; 0 for 1 / sqrt(Dk).</param>
/// <param name="IsGated">Whether the state decays.</param>
/// <param name="IsDelta">Whether what the state holds for a key is replaced.</param>
public sealed record LinearAttention(int QueryHeads, int KeyHeads, float Scale, bool IsGated, bool IsDelta) : CompositeOperator
{
    /// <summary>Most steps: each one is written out.</summary>
    public const int MostSteps = 128;

    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var query = Required(inputs, 0);
        InferenceContext.Check(KeyHeads > 0 && QueryHeads % KeyHeads == 0, $"{QueryHeads} heads of queries do not share {KeyHeads} heads of keys");
        int batch = query.Shape[0], steps = query.Shape[1], group = QueryHeads / KeyHeads;
        InferenceContext.Check(steps <= MostSteps, $"{Name} is compiled for up to {MostSteps} steps, not {steps}: split the sequence and carry the state");
        Value q = Heads(query), k = Heads(Required(inputs, 1)), v = Heads(Required(inputs, 2));
        Value? decay = IsGated ? f.Add(new Exp(), Gate(Required(inputs, 4))) : null, beta = IsDelta ? Gate(Required(inputs, 5)) : null;
        var erase = IsDelta && Optional(inputs, 6) is { } gate ? f.Mul(Heads(gate), k) : k;
        int keys = k.Shape[3], width = v.Shape[3];
        InferenceContext.Check(q.Shape[3] == keys * group, $"queries {query.Shape} do not fit {QueryHeads} heads of {keys}");
        var given = Optional(inputs, 3);
        var state = given is null ? f.Table(ElementType.Float32, [batch, KeyHeads, keys, width], _ => 0) : f.Cast(given, ElementType.Float32);
        var read = new List<Value>();
        for (int t = 0; t < steps; t++)
        {
            if (decay is not null) state = f.Mul(state, f.Reshape(At(decay, t), batch, KeyHeads, decay.Shape[3], 1));
            var added = At(v, t);
            if (beta is not null) added = f.Mul(At(beta, t), f.Add(new Sub(), added, f.Add(new MatMul(), At(erase, t), state)));
            state = f.Sum(state, f.Mul(f.Reshape(At(k, t), batch, KeyHeads, keys, 1), added));
            // Queries that share a state are the rows of one product.
            read.Add(f.Reshape(f.Add(new MatMul(), f.Reshape(At(q, t), batch, KeyHeads, group, keys), state), batch, 1, QueryHeads * width));
        }
        var all = f.Concat(1, read);
        var scaled = f.Mul(all, f.Scalar(Scale == 0 ? 1 / Math.Sqrt(keys) : Scale, all));
        return [f.Cast(scaled, query.Element), f.Cast(state, given?.Element ?? query.Element)];

        Value At(Value x, int t) => f.Slice(x, 2, t, t + 1);
        Value Heads(Value x)
        {
            InferenceContext.Check(x.Shape.Rank == 3 && x.Shape[2] % KeyHeads == 0, $"{x.Shape} cannot be split into {KeyHeads} heads");
            return f.Transpose(f.Reshape(f.Cast(x, ElementType.Float32), x.Shape[0], x.Shape[1], KeyHeads, x.Shape[2] / KeyHeads), 0, 2, 1, 3);
        }
        Value Gate(Value x) => x.Shape[2] == 1 ? f.Reshape(f.Cast(x, ElementType.Float32), batch, 1, steps, 1) : Heads(x);
    }
}
