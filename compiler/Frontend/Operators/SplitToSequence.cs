namespace CompileModel.Frontend.Operators;

/// <summary>Imports SplitToSequence.</summary>
public sealed class SplitToSequence() : Importer(1, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.SplitToSequence(node.Int32("axis", 0), node.Flag("keepdims", true)), [.. node.Inputs]);
}
