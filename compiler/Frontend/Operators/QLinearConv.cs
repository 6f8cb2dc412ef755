namespace CompileModel.Frontend.Operators;

/// <summary>Imports QLinearConv.</summary>
public sealed class QLinearConv() : Importer(8, 9)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.QLinearConv(node.Conv()), [.. node.Inputs]);
}
