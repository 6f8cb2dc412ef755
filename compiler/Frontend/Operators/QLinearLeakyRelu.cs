namespace CompileModel.Frontend.Operators;

/// <summary>Imports QLinearLeakyRelu of the domain com.microsoft.</summary>
public sealed class QLinearLeakyRelu() : MicrosoftImporter(4, 5)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.QLinearLeakyRelu(node.Float("alpha", 0.01f)), [.. node.Inputs]);
}
