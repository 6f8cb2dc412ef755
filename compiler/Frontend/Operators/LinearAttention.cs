namespace CompileModel.Frontend.Operators;

/// <summary>Imports LinearAttention; chunk_size is a hint about speed.</summary>
public sealed class LinearAttention() : Importer(3, 7, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("chunk_size");
        var (isGated, isDelta) = node.Choice("update_rule", "gated_delta", ("linear", (false, false)), ("gated", (true, false)), ("delta", (false, true)), ("gated_delta", (true, true)));
        node.Emit(new IR.Operators.LinearAttention((int)node.RequireInt("q_num_heads"), (int)node.RequireInt("kv_num_heads"), node.Float("scale", 0), isGated, isDelta), [.. node.Inputs]);
    }
}
