using CompileModel.IR.Operators;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports Attention; the softmax is computed in float32 whatever softmax_precision says.</summary>
public sealed class Attention() : Importer(3, 7, 4)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("softmax_precision");
        var scores = (AttentionOutput)node.Int("qk_matmul_output_mode", 0);
        if (!Enum.IsDefined(scores)) throw ImportContext.Bad("qk_matmul_output_mode", "must be 0 to 3");
        node.Emit(new IR.Operators.Attention(node.Flag("is_causal"), node.Int32("q_num_heads", 0), node.Int32("kv_num_heads", 0), node.Float("scale", 0), node.Float("softcap", 0), scores), [.. node.Inputs]);
    }
}
