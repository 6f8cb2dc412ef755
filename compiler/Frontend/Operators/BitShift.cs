namespace CompileModel.Frontend.Operators;

/// <summary>Imports BitShift.</summary>
public sealed class BitShift() : Importer(2, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) =>
        node.Emit(new IR.Operators.BitShift(node.Choice("direction", "", ("LEFT", true), ("RIGHT", false))), node.Inputs[0], node.Inputs[1]);
}
