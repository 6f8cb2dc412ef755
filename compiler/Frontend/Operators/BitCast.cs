namespace CompileModel.Frontend.Operators;

/// <summary>Imports BitCast.</summary>
public sealed class BitCast() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override int Since => 26;

    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.BitCast(node.ElementType("to")), node.Inputs[0]);
}
