namespace CompileModel.Frontend.Operators;

/// <summary>Imports ArrayFeatureExtractor of the domain ai.onnx.ml.</summary>
public sealed class ArrayFeatureExtractor() : LearningImporter(2, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.ArrayFeatureExtractor(), node.Inputs[0], node.Inputs[1]);
}
