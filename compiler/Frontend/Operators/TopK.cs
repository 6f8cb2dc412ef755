namespace CompileModel.Frontend.Operators;

/// <summary>Imports TopK; k is an attribute before opset 10.</summary>
public sealed class TopK() : Importer(1, 2, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        // Unsorted results may come in any order: sorted is one.
        node.Ignore("sorted");
        var k = node.Has("k") ? node.Constant(node.Int("k", 1)) : node.Input(1);
        node.Emit(new IR.Operators.TopK(node.Int32("axis", -1), node.Flag("largest", true)), node.Inputs[0], k);
    }
}
