namespace CompileModel.Frontend.Operators;

/// <summary>Imports SimplifiedLayerNormalization, which ONNX Runtime defines in the default domain.</summary>
public sealed class SimplifiedLayerNormalization() : Importer(2, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("stash_type");
        node.Emit(new IR.Operators.RMSNormalization(node.Int32("axis", -1), node.Float("epsilon", 1e-5f)), node.Inputs[0], node.Inputs[1]);
    }
}
