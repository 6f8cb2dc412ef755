namespace CompileModel.Frontend.Operators;

/// <summary>Imports Celu.</summary>
public sealed class Celu() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("consumed_inputs");
        node.Emit(new IR.Operators.Celu(node.Float("alpha", 1f)), node.Inputs[0]);
    }
}
