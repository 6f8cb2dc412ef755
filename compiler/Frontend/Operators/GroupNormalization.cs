namespace CompileModel.Frontend.Operators;

/// <summary>Imports GroupNormalization.</summary>
public sealed class GroupNormalization() : Importer(3, 3)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        // stash_type only says in which precision the mean is computed.
        node.Ignore("stash_type");
        node.Emit(new IR.Operators.GroupNormalization((int)node.RequireInt("num_groups"), node.Float("epsilon", 1e-5f), node.Opset < 21), [.. node.Inputs]);
    }
}
