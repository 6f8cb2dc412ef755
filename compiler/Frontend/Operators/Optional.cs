namespace CompileModel.Frontend.Operators;

/// <summary>Imports Optional.</summary>
public sealed class Optional() : Importer(0, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("type");
        node.Emit(new IR.Operators.Optional(), [.. node.Inputs]);
    }
}
