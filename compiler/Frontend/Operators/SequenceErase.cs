namespace CompileModel.Frontend.Operators;

/// <summary>Imports SequenceErase.</summary>
public sealed class SequenceErase() : Importer(1, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.SequenceErase(), [.. node.Inputs]);
}
