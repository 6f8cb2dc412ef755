namespace CompileModel.Frontend.Operators;

/// <summary>Imports Attention of the domain com.microsoft.</summary>
public sealed class MicrosoftAttention() : MicrosoftImporter(2, 7, 2)
{
    /// <inheritdoc/>
    public override string OpType => "Attention";

    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        if (node.Flag("do_rotary")) throw ImportContext.Bad("do_rotary", "is not supported");
        if (node.Flag("past_present_share_buffer")) throw ImportContext.Bad("past_present_share_buffer", "is not supported");
        node.Ignore("rotary_embedding_dim");
        var op = new IR.Operators.MicrosoftAttention((int)node.RequireInt("num_heads"), node.Ints("qkv_hidden_sizes") ?? [], node.Float("scale", 0), node.Float("mask_filter_value", -10000), node.Flag("unidirectional"));
        node.Emit(op, [.. node.Inputs]);
    }
}
