namespace CompileModel.Frontend.Operators;

/// <summary>Imports RMSNormalization.</summary>
public sealed class RMSNormalization() : Importer(2, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        // stash_type only says in which precision the mean is computed.
        node.Ignore("stash_type");
        node.Emit(new IR.Operators.RMSNormalization(node.Int32("axis", -1), node.Float("epsilon", 1e-5f)), [.. node.Inputs]);
    }
}
