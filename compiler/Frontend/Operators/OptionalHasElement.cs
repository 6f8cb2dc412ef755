namespace CompileModel.Frontend.Operators;

/// <summary>Imports OptionalHasElement.</summary>
public sealed class OptionalHasElement() : Importer(0, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.OptionalHasElement(), [.. node.Inputs]);
}
