namespace CompileModel.Frontend.Operators;

/// <summary>Imports Transpose.</summary>
public sealed class Transpose() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Transpose(node.Ints("perm") ?? []), node.Inputs[0]);
}
