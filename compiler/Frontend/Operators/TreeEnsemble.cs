using CompileModel.IR.Operators;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports TreeEnsemble of the domain ai.onnx.ml.</summary>
public sealed class TreeEnsemble() : LearningImporter(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var transform = node.Int("post_transform", 0);
        if (transform is < 0 or > 3) throw ImportContext.Bad("post_transform", $"is {transform}, which is not supported");
        node.Emit(TreeBuilder.Read5(node).Build([], (TreeAggregate)node.Int("aggregate_function", 1), (PostTransform)transform, null), node.Inputs[0]);
    }
}
