using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: DepthToSpace, SpaceToDepth.</para>
/// <para>Becomes: ReshapeTo, Transpose, ReshapeTo.</para>
/// <para>Why: only the transpose moves data, and it merges with others.</para>
/// <para>Where: before shapes are combined.</para>
/// </summary>
public sealed class BlocksToTransposes : RewritePass<Operator>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, Operator op) => op switch
    {
        DepthToSpace d => Move(at, d.Steps(at[0].Shape)),
        SpaceToDepth s => Move(at, s.Steps(at[0].Shape)),
        _ => null,
    };

    private static Value Move(Match at, (Ints View, Ints Perm, Ints Result) steps) =>
        at.Reshape(at.Add(new Transpose(steps.Perm), at.Reshape(at[0], steps.View)), steps.Result);
}
