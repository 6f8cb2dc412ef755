using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports TreeEnsembleRegressor of the domain ai.onnx.ml.</summary>
public sealed class TreeEnsembleRegressor() : LearningImporter(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var trees = TreeBuilder.Read1(node, "target", node.Int32("n_targets", 1));
        var aggregate = node.Choice("aggregate_function", "SUM", ("SUM", TreeAggregate.Sum), ("AVERAGE", TreeAggregate.Average), ("MIN", TreeAggregate.Min), ("MAX", TreeAggregate.Max));
        node.Emit(trees.Build(TreeBuilder.Offsets(node), aggregate, TreeBuilder.Transform(node), ElementType.Float32), node.Inputs[0]);
    }
}
