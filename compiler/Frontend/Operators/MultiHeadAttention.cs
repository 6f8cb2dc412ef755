namespace CompileModel.Frontend.Operators;

/// <summary>Imports MultiHeadAttention of the domain com.microsoft.</summary>
public sealed class MultiHeadAttention() : MicrosoftImporter(1, 8, 3)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var op = new IR.Operators.MultiHeadAttention((int)node.RequireInt("num_heads"), node.Float("scale", 0), node.Float("mask_filter_value", -10000), node.Flag("unidirectional"));
        node.Emit(op, [.. node.Inputs]);
    }
}
