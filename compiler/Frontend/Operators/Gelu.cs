namespace CompileModel.Frontend.Operators;

/// <summary>Imports Gelu.</summary>
public sealed class Gelu() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Gelu(node.Choice("approximate", "none", ("none", false), ("tanh", true))), node.Inputs[0]);
}
