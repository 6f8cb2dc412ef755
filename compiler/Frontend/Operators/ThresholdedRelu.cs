namespace CompileModel.Frontend.Operators;

/// <summary>Imports ThresholdedRelu.</summary>
public sealed class ThresholdedRelu() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("consumed_inputs");
        node.Emit(new IR.Operators.ThresholdedRelu(node.Float("alpha", 1f)), node.Inputs[0]);
    }
}
