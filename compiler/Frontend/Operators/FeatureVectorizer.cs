using CompileModel.IR;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports FeatureVectorizer of the domain ai.onnx.ml: rows of features side by side.</summary>
public sealed class FeatureVectorizer() : LearningImporter(1, int.MaxValue)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("inputdimensions");
        node.Emit(new IR.Operators.Concat(1), [.. node.Inputs.Select(x => node.Add(new IR.Operators.Cast(ElementType.Float32), x))]);
    }
}
