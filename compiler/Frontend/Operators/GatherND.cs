namespace CompileModel.Frontend.Operators;

/// <summary>Imports GatherND.</summary>
public sealed class GatherND() : Importer(2, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.GatherND(node.Int32("batch_dims", 0)), node.Inputs[0], node.Inputs[1]);
}
