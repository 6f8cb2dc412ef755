namespace CompileModel.Frontend.Operators;

/// <summary>Imports Selu.</summary>
public sealed class Selu() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("consumed_inputs");
        node.Emit(new IR.Operators.Selu(node.Float("alpha", node.Opset < 6 ? 1.6732f : 1.67326319217681884765625f), node.Float("gamma", node.Opset < 6 ? 1.0507f : 1.05070102214813232421875f)), node.Inputs[0]);
    }
}
