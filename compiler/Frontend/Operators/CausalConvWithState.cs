namespace CompileModel.Frontend.Operators;

/// <summary>Imports CausalConvWithState.</summary>
public sealed class CausalConvWithState() : Importer(2, 4, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) =>
        node.Emit(new IR.Operators.CausalConvWithState(node.Choice("activation", "none", ("none", false), ("silu", true), ("swish", true))), [.. node.Inputs]);
}
