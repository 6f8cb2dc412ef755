namespace CompileModel.Frontend.Operators;

/// <summary>Imports Reshape; the shape is an attribute before opset 5.</summary>
public sealed class Reshape() : Importer(1, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("consumed_inputs");
        var shape = node.Opset < 5 && node.Longs("shape") is { } list ? node.Constant(list) : node.Input(1);
        node.Emit(new IR.Operators.Reshape(node.Flag("allowzero")), node.Inputs[0], shape);
    }
}
