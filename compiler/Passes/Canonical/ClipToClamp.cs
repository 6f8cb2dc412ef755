using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: float Clip, Max or Min with bounds that are one constant each; Clamp of Clamp or Relu; Clamp(0, inf).</para>
/// <para>Becomes: Clamp(Min, Max) of one operand; Relu when only negative numbers change.</para>
/// <para>Why: a clamp is a free epilogue of any kernel.</para>
/// <para>Where: after constants are folded.</para>
/// </summary>
public sealed class ClipToClamp : RewritePass<ElementwiseOperator>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, ElementwiseOperator op)
    {
        if (!at.Output.Element.IsFloat()) return null;
        return op switch
        {
            Clip when Bound(at, 1) is { } low && Bound(at, 2) is { } high => Clamp(at, low, high),
            Max when Bound(at, 1) is { } low => Clamp(at, low, float.PositiveInfinity),
            Min when Bound(at, 1) is { } high => Clamp(at, float.NegativeInfinity, high),
            Clamp { Min: 0, Max: float.PositiveInfinity } => at.Add(new Relu(), at[0]),
            Clamp outer when at.Producer<Clamp>(at[0]) is { Operator: Clamp inner } first => Merge(at, first, inner.Min, inner.Max, outer),
            Clamp outer when at.Producer<Relu>(at[0]) is { } first => Merge(at, first, 0, float.PositiveInfinity, outer),
            Relu when at.Producer<Clamp>(at[0]) is { Operator: Clamp inner } first => Merge(at, first, inner.Min, inner.Max, new Clamp(0, float.PositiveInfinity)),
            Relu when at.Producer<Relu>(at[0]) is not null => at[0],
            _ => null,
        };
    }

    private static float? Bound(Match at, int i) => at[0].Type == at.Output.Type && at.Uniform(at[i]) is { } bound ? (float)bound : null;

    private static Value Clamp(Match at, float low, float high) => at.Add(new Clamp(low, high), at[0]);

    /// <summary>Clamping to [a,b] and then to [c,d] is clamping to [clamp(a), clamp(b)], the bounds clamped to [c,d].</summary>
    private static Value Merge(Match at, Node first, float low, float high, Clamp outer) => at.Add(
        new Clamp(Math.Min(Math.Max(low, outer.Min), outer.Max), Math.Min(Math.Max(high, outer.Min), outer.Max)), [first.Input(0)], first);
}
