namespace CompileModel.Frontend.Operators;

/// <summary>Imports AffineGrid.</summary>
public sealed class AffineGrid() : Importer(2, 2)
{
    /// <inheritdoc/>
    public override int Since => 20;

    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.AffineGrid(node.Flag("align_corners")), [.. node.Inputs]);
}
