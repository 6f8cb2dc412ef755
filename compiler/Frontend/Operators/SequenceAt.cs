namespace CompileModel.Frontend.Operators;

/// <summary>Imports SequenceAt.</summary>
public sealed class SequenceAt() : Importer(2, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.SequenceAt(), [.. node.Inputs]);
}
