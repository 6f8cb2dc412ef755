namespace CompileModel.Frontend.Operators;

/// <summary>Imports QLinearConcat of the domain com.microsoft.</summary>
public sealed class QLinearConcat() : MicrosoftImporter(5, int.MaxValue)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.QLinearConcat((int)node.RequireInt("axis")), [.. node.Inputs]);
}
