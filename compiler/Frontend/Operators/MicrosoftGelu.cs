namespace CompileModel.Frontend.Operators;

/// <summary>Imports Gelu of the domain com.microsoft.</summary>
public sealed class MicrosoftGelu() : MicrosoftImporter(1, 1)
{
    /// <inheritdoc/>
    public override string OpType => "Gelu";

    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Gelu(false), node.Inputs[0]);
}
