using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: Compress by a condition that is constant.</para>
/// <para>Becomes: Gather of the slices it keeps.</para>
/// <para>Why: their number is known.</para>
/// <para>Where: before gathers become slices.</para>
/// </summary>
public sealed class CompressToGather : RewritePass<Compress>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Compress op)
    {
        if (at.Graph.Constant(at[1]) is not { } condition) return null;
        long[] kept = [.. condition.ToLongs().Select((v, i) => (v, i)).Where(p => p.v != 0).Select(p => (long)p.i)];
        var x = op.Axis is null ? at.Reshape(at[0], (int)at[0].Shape.Count) : at[0];
        return at.Add(new Gather(op.Axis is { } axis ? InferenceContext.Axis(axis, x.Shape.Rank) : 0), x, at.Constant(Tensor.OfInts(kept)));
    }
}
