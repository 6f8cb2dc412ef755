namespace CompileModel.Frontend.Operators;

/// <summary>Imports QLinearMul of the domain com.microsoft.</summary>
public sealed class QLinearMul() : MicrosoftImporter(7, 8)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.QLinearMul(), [.. node.Inputs]);
}
