namespace CompileModel.Frontend.Operators;

/// <summary>Imports SequenceLength.</summary>
public sealed class SequenceLength() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.SequenceLength(), [.. node.Inputs]);
}
