using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: Reduce without kept axes; over axes of extent 1 only; of kind L1, L2, SumSquare, LogSum, LogSumExp; of bool.</para>
/// <para>Becomes: Reduce with kept axes and a ReshapeTo; a ReshapeTo; elementwise operators around Reduce(Sum), for LogSumExp with the maximum taken out; Reduce of bytes.</para>
/// <para>Why: kernels know Mean, Sum, Max, Min and Prod with kept axes; layout passes see ranks that do not change.</para>
/// <para>Where: after the forms are resolved.</para>
/// </summary>
public sealed class DecomposeReduce : RewritePass<Reduce>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Reduce op)
    {
        var x = at[0];
        if (!op.KeepDims) return at.Reshape(at.Add(op with { KeepDims = true }, x), at.Output.Shape.ToArray());
        if (x.Element == ElementType.Bool) return at.Add(new Cast(ElementType.Bool), at.Add(op, at.Add(new Cast(ElementType.UInt8), x)));
        Value Sum(Value v) => at.Add(op with { Kind = Reduction.Sum }, v);
        switch (op.Kind)
        {
            case Reduction.L1: return Sum(at.Add(new Abs(), x));
            case Reduction.L2: return at.Add(new Sqrt(), Sum(at.Add(new Mul(), x, x)));
            case Reduction.SumSquare: return Sum(at.Add(new Mul(), x, x));
            case Reduction.LogSum: return at.Add(new Log(), Sum(x));
            case Reduction.LogSumExp:
                var max = at.Add(op with { Kind = Reduction.Max }, x);
                return at.Add(new Add(), at.Add(new Log(), Sum(at.Add(new Exp(), at.Add(new Sub(), x, max)))), max);
            default: return op.Axes.All(a => x.Shape[a] == 1) ? x : null;
        }
    }
}
