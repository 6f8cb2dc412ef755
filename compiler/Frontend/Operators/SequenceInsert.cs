namespace CompileModel.Frontend.Operators;

/// <summary>Imports SequenceInsert.</summary>
public sealed class SequenceInsert() : Importer(2, 3)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.SequenceInsert(), [.. node.Inputs]);
}
