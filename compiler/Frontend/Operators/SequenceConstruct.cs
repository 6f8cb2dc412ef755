namespace CompileModel.Frontend.Operators;

/// <summary>Imports SequenceConstruct.</summary>
public sealed class SequenceConstruct() : Importer(1, int.MaxValue)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.SequenceConstruct(), [.. node.Inputs]);
}
