namespace CompileModel.Frontend.Operators;

/// <summary>Imports LeakyRelu.</summary>
public sealed class LeakyRelu() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("consumed_inputs");
        node.Emit(new IR.Operators.LeakyRelu(node.Float("alpha", 0.01f)), node.Inputs[0]);
    }
}
