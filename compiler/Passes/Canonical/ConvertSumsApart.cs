using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: <c>Cast(a + b)</c> to float32 of a sum of int32, where a comes of a convolution.</para>
/// <para>Becomes: <c>Cast(a) + Cast(b)</c>.</para>
/// <para>Why: a convolution whose sums serve as real numbers only may be computed by transformed tiles.</para>
/// <para>Where: after composites are expanded, which subtract zero points of the run from sums.</para>
/// </summary>
public sealed class ConvertSumsApart : RewritePass<Cast>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Cast op)
    {
        if (op.To != ElementType.Float32 || at[0].Element != ElementType.Int32 || at.Producer<Add>(at[0]) is not { } sum || !at.Graph.HasSingleUse(at[0]) || !IsOfConvolution(at, at[0])) return null;
        return at.Add(new Add(), [.. sum.PresentInputs.Select(v => at.Add(op, [v], sum))], sum);
    }

    private static bool IsOfConvolution(Match at, Value value) => at.Graph.HasSingleUse(value)
        && (at.Producer<IntegerConv>(value) is not null || (at.Producer<Add>(value) is { } sum && sum.PresentInputs.Any(v => IsOfConvolution(at, v))));
}
