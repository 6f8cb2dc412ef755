namespace CompileModel.Frontend.Operators;

/// <summary>Imports QLinearGlobalAveragePool of the domain com.microsoft.</summary>
public sealed class QLinearGlobalAveragePool() : MicrosoftImporter(5, 5)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.QLinearGlobalAveragePool(node.Flag("channels_last")), [.. node.Inputs]);
}
