namespace CompileModel.Frontend.Operators;

/// <summary>Imports Squeeze; the axes are an attribute before opset 13.</summary>
public sealed class Squeeze() : Importer(1, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var axes = node.Opset < 13 ? node.Longs("axes") is { } list ? node.Constant(list) : null : node.Input(1);
        node.Emit(new IR.Operators.Squeeze(), axes is null ? [node.Inputs[0]] : [node.Inputs[0], axes]);
    }
}
