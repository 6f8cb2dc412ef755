namespace CompileModel.Frontend.Operators;

/// <summary>Imports EmbedLayerNormalization of the domain com.microsoft.</summary>
public sealed class EmbedLayerNormalization() : MicrosoftImporter(7, 9, 3)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        // Whether there is a mask says whether there are lengths.
        node.Ignore("mask_index_type");
        node.Emit(new IR.Operators.EmbedLayerNormalization(node.Float("epsilon", 1e-12f)), [.. node.Inputs]);
    }
}
