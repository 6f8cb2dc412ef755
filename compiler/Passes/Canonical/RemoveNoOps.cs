using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: a node whose result is its operand: ReshapeTo and BroadcastTo to the same shape, Transpose that permutes nothing, PadStatic by 0,
/// SliceStatic of everything, TileStatic by 1, Cast to the same type, Concat of one operand, Clamp without bounds, Reduce of no axes;
/// x + 0, x - 0, x * 1, x / 1, x ^ 1 where the constant does not enlarge x.</para>
/// <para>Becomes: the operand.</para>
/// <para>Why: exporters write them, and rewrites leave them behind.</para>
/// <para>Where: in every round, before patterns are looked for.</para>
/// </summary>
public sealed class RemoveNoOps : RewritePass<Operator>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Operator op)
    {
        if (at.Node.Inputs.Length == 0 || at.Node.Inputs[0] is not { } x) return null;
        return x.Type == at.Output.Type && IsNoOp(at, op) ? x : Commuted(at, op);
    }

    private static bool IsNoOp(Match at, Operator op) => op switch
    {
        ReshapeTo or BroadcastTo or Cast or TileStatic => true,
        Transpose t => IsIdentity(t, at[0].Shape),
        PadStatic p => p.Begins.All(b => b == 0) && p.Ends.All(e => e == 0),
        SliceStatic s => s.Steps.All(step => step == 1),
        Concat => at.Node.Inputs.Length == 1,
        Clamp c => float.IsNegativeInfinity(c.Min) && float.IsPositiveInfinity(c.Max),
        Reduce r => r.Axes.Count == 0 && r.Kind is Reduction.Mean or Reduction.Sum or Reduction.Max or Reduction.Min or Reduction.Prod,
        Add or Sub => at.Uniform(at[1]) is 0,
        Mul or Div or Pow => at.Uniform(at[1]) is 1,
        _ => false,
    };

    private static Value? Commuted(Match at, Operator op) =>
        op is Add or Mul && at[1].Type == at.Output.Type && at.Uniform(at[0]) == (op is Add ? 0 : 1) ? at[1] : null;

    /// <summary>Axes of extent 1 may move freely: no element changes its place.</summary>
    private static bool IsIdentity(Transpose transpose, Shape x) => transpose.For(x.Rank).Where(p => x[p] != 1) is var moved && moved.SequenceEqual(moved.Order());
}
