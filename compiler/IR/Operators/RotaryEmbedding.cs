namespace CompileModel.IR.Operators;

/// <summary>
/// Rotates pairs of features by angles of their position. Operands: x ([B,heads,L,D] or [B,L,heads*D]), cosines and sines ([positions,R/2], or [B,L,R/2] without the next),
/// positions [B,L] (optional).
/// </summary>
/// <param name="IsInterleaved">Whether pairs are neighbours; else halves.</param>
/// <param name="Heads">Heads of a rank-3 operand, 0 for rank 4.</param>
/// <param name="RotaryDim">Features that turn, the first ones; 0 for all.</param>
public sealed record RotaryEmbedding(bool IsInterleaved, int Heads, int RotaryDim) : CompositeOperator
{
    /// <inheritdoc/>
    public override IReadOnlyList<Value> Expand(Formula f, IReadOnlyList<Value?> inputs, int outputs)
    {
        var original = Required(inputs, 0);
        bool flat = original.Shape.Rank == 3;
        InferenceContext.Check(!flat || (Heads > 0 && original.Shape[2] % Heads == 0), $"{original.Shape} cannot be split into {Heads} heads");
        // [B,L,heads,D]
        var x = flat ? f.Reshape(original, original.Shape[0], original.Shape[1], Heads, original.Shape[2] / Heads) : f.Transpose(original, 0, 2, 1, 3);
        int[] dims = x.Shape.ToArray();
        int turning = RotaryDim == 0 ? dims[3] : RotaryDim, half = turning / 2;
        Value Angles(int operand)
        {
            var table = Required(inputs, operand);
            if (Optional(inputs, 3) is { } positions) table = f.Add(new Gather(0), table, positions);
            return f.Reshape(table, table.Shape[0], table.Shape[1], 1, half);
        }
        Value cos = Angles(1), sin = Angles(2), part = f.Slice(x, 3, 0, turning);
        var pairs = IsInterleaved ? f.Reshape(part, dims[0], dims[1], dims[2], half, 2) : f.Transpose(f.Reshape(part, dims[0], dims[1], dims[2], 2, half), 0, 1, 2, 4, 3);
        Value Side(int i) => f.Reshape(f.Slice(pairs, 4, i, i + 1), dims[0], dims[1], dims[2], half);
        Value a = Side(0), b = Side(1);
        var real = f.Add(new Sub(), f.Mul(cos, a), f.Mul(sin, b));
        var imaginary = f.Sum(f.Mul(sin, a), f.Mul(cos, b));
        var turned = IsInterleaved
            ? f.Reshape(f.Concat(4, f.Reshape(real, dims[0], dims[1], dims[2], half, 1), f.Reshape(imaginary, dims[0], dims[1], dims[2], half, 1)), dims[0], dims[1], dims[2], turning)
            : f.Concat(3, real, imaginary);
        var all = turning == dims[3] ? turned : f.Concat(3, turned, f.Slice(x, 3, turning, dims[3]));
        return [flat ? f.Reshape(all, original.Shape.ToArray()) : f.Transpose(all, 0, 2, 1, 3)];
    }
}
