namespace CompileModel.Frontend.Operators;

/// <summary>Imports FastGelu of the domain com.microsoft.</summary>
public sealed class FastGelu() : MicrosoftImporter(1, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Gelu(true), node.Input(1) is { } bias ? node.Add(new IR.Operators.Add(), node.Inputs[0], bias) : node.Inputs[0]);
}
