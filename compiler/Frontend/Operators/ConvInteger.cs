namespace CompileModel.Frontend.Operators;

/// <summary>Imports ConvInteger.</summary>
public sealed class ConvInteger() : Importer(2, 4)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.ConvInteger(node.Conv()), [.. node.Inputs]);
}
