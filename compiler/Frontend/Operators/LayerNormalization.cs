namespace CompileModel.Frontend.Operators;

/// <summary>Imports LayerNormalization.</summary>
public sealed class LayerNormalization() : Importer(2, 3, 3)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        // stash_type only says in which precision the mean is computed.
        node.Ignore("stash_type");
        node.Emit(new IR.Operators.LayerNormalization(node.Int32("axis", -1), node.Float("epsilon", 1e-5f)), [.. node.Inputs]);
    }
}
