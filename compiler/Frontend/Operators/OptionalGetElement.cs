namespace CompileModel.Frontend.Operators;

/// <summary>Imports OptionalGetElement.</summary>
public sealed class OptionalGetElement() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.OptionalGetElement(), [.. node.Inputs]);
}
