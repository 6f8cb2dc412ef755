namespace CompileModel.Frontend.Operators;

/// <summary>Imports Flatten.</summary>
public sealed class Flatten() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Flatten(node.Int32("axis", 1)), node.Inputs[0]);
}
