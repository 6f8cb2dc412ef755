namespace CompileModel.Frontend.Operators;

/// <summary>Imports QLinearAdd of the domain com.microsoft.</summary>
public sealed class QLinearAdd() : MicrosoftImporter(7, 8)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.QLinearAdd(), [.. node.Inputs]);
}
