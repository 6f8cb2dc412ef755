using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports LinearClassifier of the domain ai.onnx.ml.</summary>
public sealed class LinearClassifier() : LearningImporter(1, 1, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        long[] labels = node.Longs("classlabels_ints") ?? throw ImportContext.Bad("classlabels_ints", "is missing: labels that are strings have no place in a compiled program");
        node.Ignore("multi_class");
        float[] coefficients = node.Floats("coefficients") ?? throw ImportContext.Bad("coefficients", "is missing");
        float[] intercepts = node.Floats("intercepts") ?? [];
        int rows = intercepts.Length > 0 ? intercepts.Length : labels.Length;
        var transform = TreeBuilder.Transform(node);
        var scores = node.Linear(node.Inputs[0]!, coefficients, intercepts, rows);
        node.Emit(new ClassScores(Tensor.OfInts(labels), false, transform == PostTransform.Logistic, transform), scores);
    }
}
