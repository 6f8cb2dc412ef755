namespace CompileModel.Frontend.Operators;

/// <summary>Imports Conv.</summary>
public sealed class Conv() : Importer(2, 3)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(node.Conv(), [.. node.Inputs]);
}
