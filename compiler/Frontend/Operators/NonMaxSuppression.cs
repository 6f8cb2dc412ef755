namespace CompileModel.Frontend.Operators;

/// <summary>Imports NonMaxSuppression.</summary>
public sealed class NonMaxSuppression() : Importer(2, 5)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.NonMaxSuppression(node.Flag("center_point_box", false)), [.. node.Inputs]);
}
