namespace CompileModel.Frontend.Operators;

/// <summary>Imports BiasGelu of the domain com.microsoft.</summary>
public sealed class BiasGelu() : MicrosoftImporter(2, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Gelu(false), node.Add(new IR.Operators.Add(), node.Inputs[0], node.Inputs[1]));
}
