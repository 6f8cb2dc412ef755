namespace CompileModel.Frontend.Operators;

/// <summary>Imports DepthToSpace.</summary>
public sealed class DepthToSpace() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) =>
        node.Emit(new IR.Operators.DepthToSpace((int)node.RequireInt("blocksize"), node.Choice("mode", "DCR", ("DCR", false), ("CRD", true))), node.Inputs[0]);
}
