namespace CompileModel.IR.Operators;

/// <summary>
/// How often known n-grams occur in rows of integers. Operand: x [L] or [B,L] (int32 or int64). Result: [columns] or [B,columns], float32.
/// https://onnx.ai/onnx/operators/onnx__TfIdfVectorizer.html
/// </summary>
/// <param name="Mode">What a column holds.</param>
/// <param name="Shortest">Elements of the shortest n-grams that count.</param>
/// <param name="Longest">Elements of the longest n-grams that count.</param>
/// <param name="MostSkipped">Most elements that lie between two of an n-gram; single elements count once.</param>
/// <param name="Pool">The n-grams, one after another, shorter ones first.</param>
/// <param name="Starts">Where the n-grams of 1, 2, ... elements start in the pool.</param>
/// <param name="Columns">The column of each n-gram, all different.</param>
/// <param name="Weights">The weight of each n-gram; empty for 1.</param>
public sealed record TfIdfVectorizer(TermMode Mode, int Shortest, int Longest, int MostSkipped, Tensor Pool, Ints Starts, Ints Columns, Tensor Weights) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var x = Required(inputs, 0);
        InferenceContext.CheckType(x.Element is ElementType.Int32 or ElementType.Int64, $"{Name} takes int32 or int64 with a pool of integers, got {x.Type}");
        InferenceContext.Check(x.Shape.Rank is 1 or 2, $"{Name} takes one or two axes, got {x.Shape}");
        int batch = x.Shape.Rank == 2 ? x.Shape[0] : 1, length = x.Shape[^1], columns = Columns.Max() + 1;
        var rows = f.Reshape(x, batch, length, 1);
        var counts = new List<Value>();
        for (int n = 1; n <= Starts.Count; n++)
        {
            int start = Starts[n - 1], end = n < Starts.Count ? Starts[n] : Pool.Count, grams = (end - start) / n;
            InferenceContext.Check(start >= 0 && end >= start && end <= Pool.Count && (end - start) % n == 0, $"the pool does not hold whole {n}-grams");
            if (grams > 0) counts.Add(Count(f, rows, n, start, grams));
        }
        InferenceContext.Check(counts.Sum(c => c.Shape[1]) == Columns.Count, $"{Columns.Count} columns for {counts.Sum(c => c.Shape[1])} n-grams");
        // A column that no n-gram has is 0: the last one of what is gathered from.
        var all = f.Concat(1, [.. counts, f.Table(ElementType.Float32, [batch, 1], _ => 0)]);
        if (Mode == TermMode.Inverse) all = f.Cast(f.Add(new Greater(), all, f.Scalar(0, all)), ElementType.Float32);
        if (Mode != TermMode.Count && Weights.Count > 0) all = f.Mul(all, f.Table(ElementType.Float32, [1, Columns.Count + 1], i => i < Weights.Count ? Weights.AsDouble(i) : 0));
        int[] order = [.. Columns];
        var result = f.Add(new Gather(1), all, f.Table(ElementType.Int64, [columns], c => Array.IndexOf(order, c) is >= 0 and var gram ? gram : Columns.Count));
        return [f.Reshape(result, x.Shape.Rank == 2 ? [batch, columns] : [columns])];
    }

    /// <summary>Occurrences of the n-grams from a place of the pool: [B, grams].</summary>
    private Value Count(Formula f, Value rows, int n, int start, int grams)
    {
        int batch = rows.Shape[0], length = rows.Shape[1];
        Value? sum = null;
        for (int skip = 0; skip <= (n == 1 ? 0 : MostSkipped) && n >= Shortest && n <= Longest; skip++)
        {
            int windows = length - (n - 1) * (skip + 1);
            if (windows <= 0) break;
            Value? isThere = null;
            for (int k = 0; k < n; k++)
            {
                int element = k;
                var same = f.Add(new Equal(), f.Slice(rows, 1, k * (skip + 1), k * (skip + 1) + windows), f.Table(rows.Element, [1, 1, grams], g => Pool.AsLong(start + g * n + element)));
                isThere = isThere is null ? same : f.Add(new And(), isThere, same);
            }
            var count = f.Reduce(Reduction.Sum, f.Cast(isThere!, ElementType.Float32), false, 1);
            sum = sum is null ? count : f.Sum(sum, count);
        }
        return sum ?? f.Table(ElementType.Float32, [batch, grams], _ => 0);
    }
}
