namespace CompileModel.Frontend.Operators;

/// <summary>Imports HardSigmoid.</summary>
public sealed class HardSigmoid() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("consumed_inputs");
        node.Emit(new IR.Operators.HardSigmoid(node.Float("alpha", 0.2f), node.Float("beta", 0.5f)), node.Inputs[0]);
    }
}
