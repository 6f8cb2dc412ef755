namespace CompileModel.Frontend.Operators;

/// <summary>Imports LpNormalization.</summary>
public sealed class LpNormalization() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.LpNormalization(node.Int32("axis", -1), node.Int32("p", 2)), node.Inputs[0]);
}
