namespace CompileModel.Frontend.Operators;

/// <summary>Imports OneHot.</summary>
public sealed class OneHot() : Importer(3, 3)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.OneHot(node.Int32("axis", -1)), [.. node.Inputs]);
}
