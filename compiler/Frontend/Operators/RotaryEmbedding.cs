namespace CompileModel.Frontend.Operators;

/// <summary>Imports RotaryEmbedding.</summary>
public sealed class RotaryEmbedding() : Importer(3, 4)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) =>
        node.Emit(new IR.Operators.RotaryEmbedding(node.Flag("interleaved"), node.Int32("num_heads", 0), node.Int32("rotary_embedding_dim", 0)), [.. node.Inputs]);
}
