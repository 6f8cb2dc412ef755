namespace CompileModel.Frontend.Operators;

/// <summary>Imports Tile.</summary>
public sealed class Tile() : Importer(2, 2)
{
    /// <inheritdoc/>
    public override int Since => 6;

    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Tile(), node.Inputs[0], node.Inputs[1]);
}
