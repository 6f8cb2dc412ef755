using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports TreeEnsembleClassifier of the domain ai.onnx.ml.</summary>
public sealed class TreeEnsembleClassifier() : LearningImporter(1, 1, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        long[] labels = node.Longs("classlabels_int64s") ?? throw ImportContext.Bad("classlabels_int64s", "is missing: labels that are strings have no place in a compiled program");
        // Votes for one of two classes only: one score.
        int[] classes = [.. (node.Ints("class_ids") ?? []).Distinct()];
        bool isBinary = labels.Length == 2 && classes.Length == 1;
        var trees = TreeBuilder.Read1(node, "class", isBinary ? 1 : labels.Length);
        bool isPositive = (node.Floats("class_weights") ?? []).All(v => v >= 0);
        var offsets = TreeBuilder.Offsets(node);
        if (isBinary && offsets.Count == 2) offsets = [offsets[1]];
        var scores = node.Add(trees.Build(offsets, TreeAggregate.Sum, PostTransform.None, ElementType.Float32), node.Inputs[0]);
        node.Emit(new ClassScores(Tensor.OfInts(labels), isPositive, !isPositive, TreeBuilder.Transform(node)), scores);
    }
}
