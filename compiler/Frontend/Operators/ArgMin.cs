namespace CompileModel.Frontend.Operators;

/// <summary>Imports ArgMin.</summary>
public sealed class ArgMin() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.ArgMin(node.Int32("axis", 0), node.Flag("keepdims", true), node.Flag("select_last_index")), node.Inputs[0]);
}
