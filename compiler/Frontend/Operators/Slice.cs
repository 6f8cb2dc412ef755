namespace CompileModel.Frontend.Operators;

/// <summary>Imports Slice; starts, ends and axes are attributes before opset 10.</summary>
public sealed class Slice() : Importer(1, 5)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        if (node.Opset >= 10)
        {
            node.Emit(new IR.Operators.Slice(), [.. node.Inputs]);
            return;
        }
        var starts = node.Constant(node.Longs("starts") ?? throw ImportContext.Bad("starts", "is missing"));
        var ends = node.Constant(node.Longs("ends") ?? throw ImportContext.Bad("ends", "is missing"));
        node.Emit(new IR.Operators.Slice(), node.Inputs[0], starts, ends, node.Longs("axes") is { } axes ? node.Constant(axes) : null);
    }
}
