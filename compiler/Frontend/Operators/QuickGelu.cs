namespace CompileModel.Frontend.Operators;

/// <summary>Imports QuickGelu of the domain com.microsoft.</summary>
public sealed class QuickGelu() : MicrosoftImporter(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Swish(node.Float("alpha", 1.702f)), node.Inputs[0]);
}
