namespace CompileModel.Frontend.Operators;

/// <summary>Imports Trilu.</summary>
public sealed class Trilu() : Importer(1, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Trilu(node.Flag("upper", true)), [.. node.Inputs]);
}
