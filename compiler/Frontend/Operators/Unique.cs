namespace CompileModel.Frontend.Operators;

/// <summary>Imports Unique.</summary>
public sealed class Unique() : Importer(1, 1, 4)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Unique(node.Has("axis") ? node.Int32("axis", 0) : null, node.Flag("sorted", true)), node.Inputs[0]);
}
