namespace CompileModel.Frontend.Operators;

/// <summary>Imports Compress.</summary>
public sealed class Compress() : Importer(2, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Compress(node.Has("axis") ? node.Int32("axis", 0) : null), node.Inputs[0], node.Inputs[1]);
}
