namespace CompileModel.Frontend.Operators;

/// <summary>Imports SpaceToDepth.</summary>
public sealed class SpaceToDepth() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) =>
        node.Emit(new IR.Operators.SpaceToDepth((int)node.RequireInt("blocksize"), node.Choice("mode", "DCR", ("DCR", false), ("CRD", true))), node.Inputs[0]);
}
