namespace CompileModel.Frontend.Operators;

/// <summary>Imports Elu.</summary>
public sealed class Elu() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("consumed_inputs");
        node.Emit(new IR.Operators.Elu(node.Float("alpha", 1f)), node.Inputs[0]);
    }
}
