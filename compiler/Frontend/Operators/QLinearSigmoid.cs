namespace CompileModel.Frontend.Operators;

/// <summary>Imports QLinearSigmoid of the domain com.microsoft.</summary>
public sealed class QLinearSigmoid() : MicrosoftImporter(4, 5)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.QLinearSigmoid(), [.. node.Inputs]);
}
