using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: LRN; LpPool without ceiled extents; GlobalLpPool.</para>
/// <para>Becomes: elementwise operators around AveragePool, for LRN over the channels as the height of an image; around Reduce(Sum).</para>
/// <para>Why: powers and means have kernels.</para>
/// <para>Where: after windows are resolved.</para>
/// </summary>
public sealed class DecomposeWindowNorms : RewritePass<Operator>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Operator op) => op switch
    {
        LRN n => Local(at, at[0], n),
        LpPool { CeilMode: false } p => Pool(at, p),
        GlobalLpPool p when at[0].Shape.Rank > 2 => Root(at, at.Add(new Reduce(Reduction.Sum, [.. Enumerable.Range(2, at[0].Shape.Rank - 2)], true), Power(at, at[0], p.P)), p.P),
        _ => null,
    };

    private static Value Local(Match at, Value x, LRN op)
    {
        int[] dims = x.Shape.ToArray();
        int before = (op.Size - 1) / 2;
        var image = at.Reshape(at.Add(new Mul(), x, x), dims[0], 1, dims[1], dims[2..].Aggregate(1, (a, b) => a * b));
        var mean = at.Add(new AveragePool([op.Size, 1], [1, 1], [1, 1], [before, 0, op.Size - 1 - before, 0], false, AutoPad.NotSet, true), image);
        var divisor = at.Add(new Add(), at.Add(new Mul(), at.Reshape(mean, dims), at.Scalar(op.Alpha)), at.Scalar(op.Bias));
        return at.Add(new Mul(), x, at.Add(new Pow(), divisor, at.Scalar(-op.Beta)));
    }

    private static Value Pool(Match at, LpPool op)
    {
        var w = op.Window(at[0].Shape);
        var mean = at.Add(new AveragePool(w.Kernel, w.Strides, w.Dilations, w.Pads, false, AutoPad.NotSet, true), Power(at, at[0], op.P));
        return Root(at, at.Add(new Mul(), mean, at.Scalar(w.Kernel.Aggregate(1.0, (a, b) => a * b))), op.P);
    }

    private static Value Power(Match at, Value x, int p) => p switch
    {
        1 => at.Add(new Abs(), x),
        2 => at.Add(new Mul(), x, x),
        _ => at.Add(new Pow(), at.Add(new Abs(), x), at.Scalar(p)),
    };

    private static Value Root(Match at, Value x, int p) => p switch
    {
        1 => x,
        2 => at.Add(new Sqrt(), x),
        _ => at.Add(new Pow(), x, at.Scalar(1.0 / p)),
    };
}
