namespace CompileModel.Frontend.Operators;

/// <summary>Imports Split; the sizes are an attribute before opset 13.</summary>
public sealed class Split() : Importer(1, 2, int.MaxValue)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        // num_outputs only repeats the number of results.
        node.Ignore("num_outputs");
        var sizes = node.Longs("split") is { } list ? node.Constant(list) : node.Input(1);
        node.Emit(new IR.Operators.Split(node.Int32("axis", 0)), sizes is null ? [node.Inputs[0]] : [node.Inputs[0], sizes]);
    }
}
