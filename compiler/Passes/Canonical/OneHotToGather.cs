using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: MatMul of Cast(Equal(x[...,1], 0 1 2 ... n-1)) and a constant matrix of n rows, x an integer.</para>
/// <para>Becomes: Gather of a row; a row of zeros stands for the numbers outside of 0..n-1.</para>
/// <para>Why: an embedding written so multiplies by n - 1 zeros, and keeps them in memory.</para>
/// <para>Where: after constants are folded.</para>
/// </summary>
public sealed class OneHotToGather : RewritePass<MatMul>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, MatMul op)
    {
        if (at.Graph.Constant(at[1]) is not { } table || table.Shape.Rank != 2 || table.Element != ElementType.Float32) return null;
        if (at.Producer<Cast>(at[0]) is not { } cast || !at.Graph.HasSingleUse(cast.Output) || at.Producer<Equal>(cast.Input(0)) is not { } equal || !at.Graph.HasSingleUse(equal.Output)) return null;
        return Lookup(at, table, equal.Input(0), equal.Input(1)) ?? Lookup(at, table, equal.Input(1), equal.Input(0));
    }

    private static Value? Lookup(Match at, Tensor table, Value x, Value ramp)
    {
        int count = table.Shape[0], width = table.Shape[1];
        int[] dims = at.Output.Shape.ToArray()[..^1];
        if (x.Element is not (ElementType.Int32 or ElementType.Int64) || x.Shape.Rank != dims.Length + 1 || !x.Shape.Equals(Shape.Of([.. dims, 1]))) return null;
        if (at.Graph.Constant(ramp)?.ToLongs() is not { } numbers || numbers.Length != count || ramp.Shape[^1] != count || numbers.Where((n, i) => n != i).Any()) return null;
        var rows = Tensor.Zeros(table.Element, Shape.Of(count + 1, width));
        table.Span<float>().CopyTo(rows.Fill<float>());
        var index = at.Reshape(x, dims);
        Value Number(int n) => at.Constant(Tensors.Fill(x.Element, Shape.Scalar, n));
        var end = Number(count);
        var isThere = at.Add(new And(), at.Add(new GreaterOrEqual(), index, Number(0)), at.Add(new Less(), index, end));
        return at.Add(new Gather(0), at.Constant(rows), at.Add(new Where(), isThere, index, end));
    }
}
