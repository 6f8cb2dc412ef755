namespace CompileModel.Frontend.Operators;

/// <summary>Imports ArgMax.</summary>
public sealed class ArgMax() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.ArgMax(node.Int32("axis", 0), node.Flag("keepdims", true), node.Flag("select_last_index")), node.Inputs[0]);
}
