namespace CompileModel.Frontend.Operators;

/// <summary>Imports SequenceEmpty.</summary>
public sealed class SequenceEmpty() : Importer(0, 0)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("dtype");
        node.Emit(new IR.Operators.SequenceEmpty());
    }
}
