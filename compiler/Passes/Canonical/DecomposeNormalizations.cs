using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: InstanceNormalization, GroupNormalization, RMSNormalization, MeanVarianceNormalization, LpNormalization.</para>
/// <para>Becomes: reductions and elementwise operators: d = x - Mean(x), d / Sqrt(Mean(d * d) + epsilon) * scale + bias.</para>
/// <para>Why: the parts have vector kernels and the elementwise ones run as one loop. The variance is taken from differences, not as E[x^2] - E[x]^2, which loses digits.</para>
/// <para>Where: before reductions are decomposed.</para>
/// </summary>
public sealed class DecomposeNormalizations : RewritePass<Operator>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Operator op)
    {
        if (at.Node.Inputs.Length == 0 || at.Node.Inputs[0] is not { } x) return null;
        int rank = x.Shape.Rank;
        switch (op)
        {
            case InstanceNormalization n:
                return Affine(at, Standardize(at, x, Range(2, rank), n.Epsilon), Channels(at, at[1]), Channels(at, at[2]));
            case GroupNormalization n:
                return Group(at, x, n);
            case RMSNormalization n:
                return at.Add(new Mul(), at.Add(new Div(), x, Root(at, MeanSquare(at, x, Range(n.Axis, rank)), n.Epsilon)), at[1]);
            case MeanVarianceNormalization n:
                Ints axes = [.. n.Axes.Select(a => a < 0 ? a + rank : a).Distinct().Order()];
                var centered = Centered(at, x, axes);
                return at.Add(new Div(), centered, at.Add(new Add(), at.Add(new Sqrt(), MeanSquare(at, centered, axes)), at.Scalar(1e-9)));
            case LpNormalization n:
                return at.Add(new Div(), x, at.Add(new Reduce(n.P == 1 ? Reduction.L1 : Reduction.L2, [n.Axis < 0 ? n.Axis + rank : n.Axis], true), x));
            default:
                return null;
        }
    }

    private static Value Group(Match at, Value x, GroupNormalization op)
    {
        int[] dims = x.Shape.ToArray();
        int[] grouped = [dims[0], op.Groups, (int)(x.Shape.Count / dims[0] / op.Groups)];
        var normal = Standardize(at, at.Reshape(x, grouped), [2], op.Epsilon);
        if (!op.PerGroup) return Affine(at, at.Reshape(normal, dims), Channels(at, at[1]), Channels(at, at[2]));
        return at.Reshape(Affine(at, normal, at.Reshape(at[1], op.Groups, 1), at.Reshape(at[2], op.Groups, 1)), dims);
    }

    private static Value Standardize(Match at, Value x, Ints axes, float epsilon)
    {
        var centered = Centered(at, x, axes);
        return at.Add(new Div(), centered, Root(at, MeanSquare(at, centered, axes), epsilon));
    }

    private static Value Centered(Match at, Value x, Ints axes) => at.Add(new Sub(), x, at.Add(new Reduce(Reduction.Mean, axes, true), x));

    private static Value MeanSquare(Match at, Value x, Ints axes) => at.Add(new Reduce(Reduction.Mean, axes, true), at.Add(new Mul(), x, x));

    private static Value Root(Match at, Value x, float epsilon) => at.Add(new Sqrt(), at.Add(new Add(), x, at.Scalar(epsilon)));

    private static Value Affine(Match at, Value x, Value scale, Value bias) => at.Add(new Add(), at.Add(new Mul(), x, scale), bias);

    /// <summary>One number a channel (axis 1), ready to broadcast.</summary>
    private static Value Channels(Match at, Value v) => at.Reshape(v, [v.Shape[0], .. Enumerable.Repeat(1, at.Output.Shape.Rank - 2)]);

    private static Ints Range(int from, int rank) => [.. Enumerable.Range(from < 0 ? from + rank : from, rank - (from < 0 ? from + rank : from))];
}
