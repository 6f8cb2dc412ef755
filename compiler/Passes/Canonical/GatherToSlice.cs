using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: Gather with constant indexes at equal distances, one index among them.</para>
/// <para>Becomes: SliceStatic, and a ReshapeTo where the rank changes.</para>
/// <para>Why: a slice may be a view; x[:, 0] is written as Gather by exporters.</para>
/// <para>Where: after constants are folded.</para>
/// </summary>
public sealed class GatherToSlice : RewritePass<Gather>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Gather op)
    {
        var x = at[0].Shape;
        int axis = op.Axis < 0 ? op.Axis + x.Rank : op.Axis;
        if (at.Graph.Constant(at[1])?.ToLongs() is not { Length: > 0 } raw || raw.Any(i => i < -x[axis] || i >= x[axis])) return null;
        int[] indexes = [.. raw.Select(i => (int)(i < 0 ? i + x[axis] : i))];
        int step = indexes.Length > 1 ? indexes[1] - indexes[0] : 1;
        if (step == 0 || indexes.Where((index, i) => index != indexes[0] + (i * step)).Any()) return null;
        int[] starts = new int[x.Rank], sizes = x.ToArray();
        (starts[axis], sizes[axis]) = (indexes[0], indexes.Length);
        int[] steps = [.. Enumerable.Repeat(1, x.Rank)];
        steps[axis] = step;
        return at.Reshape(at.Add(new SliceStatic([.. starts], [.. steps], [.. sizes]), at[0]), at.Output.Shape.ToArray());
    }
}
