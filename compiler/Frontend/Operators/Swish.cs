namespace CompileModel.Frontend.Operators;

/// <summary>Imports Swish.</summary>
public sealed class Swish() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("consumed_inputs");
        node.Emit(new IR.Operators.Swish(node.Float("alpha", 1f)), node.Inputs[0]);
    }
}
