namespace CompileModel.Frontend.Operators;

/// <summary>Imports Mod.</summary>
public sealed class Mod() : Importer(2, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Mod(node.Flag("fmod")), node.Inputs[0], node.Inputs[1]);
}
