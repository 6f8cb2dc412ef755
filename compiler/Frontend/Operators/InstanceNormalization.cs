namespace CompileModel.Frontend.Operators;

/// <summary>Imports InstanceNormalization.</summary>
public sealed class InstanceNormalization() : Importer(3, 3)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("consumed_inputs");
        node.Emit(new IR.Operators.InstanceNormalization(node.Float("epsilon", 1e-5f)), [.. node.Inputs]);
    }
}
