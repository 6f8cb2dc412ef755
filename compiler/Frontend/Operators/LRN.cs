namespace CompileModel.Frontend.Operators;

/// <summary>Imports LRN.</summary>
public sealed class LRN() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) =>
        node.Emit(new IR.Operators.LRN((int)node.RequireInt("size"), node.Float("alpha", 0.0001f), node.Float("beta", 0.75f), node.Float("bias", 1)), node.Inputs[0]);
}
