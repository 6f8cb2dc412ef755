using CompileModel.IR;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: an operator whose constant operands only say what to do: Reshape, Flatten, Squeeze, Unsqueeze, Identity, Slice, Pad, Expand, Tile, CastLike,
/// ReduceMean(x, axes), GlobalAveragePool, ...</para>
/// <para>Becomes: its canonical operator of one operand: ReshapeTo, SliceStatic, PadStatic, BroadcastTo, TileStatic, Cast, Reduce, ...</para>
/// <para>Why: later passes and kernels meet one form for one meaning, with everything known as attributes.</para>
/// <para>Where: first, so that no other pass needs to know the imported forms.</para>
/// </summary>
public sealed class ResolveImportedForms : RewritePass<ImportedForm>
{
    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, ImportedForm op)
    {
        var inputs = at.Node.Inputs;
        var context = new InferenceContext([.. inputs.Select(v => v?.Type)], [.. inputs.Select(at.Graph.Constant)], 1);
        return at.Add(op.Canonical(context), at[0]);
    }
}
