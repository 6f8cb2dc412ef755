namespace CompileModel.Frontend.Operators;

/// <summary>Imports Normalizer of the domain ai.onnx.ml.</summary>
public sealed class Normalizer() : LearningImporter(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Normalizer(node.Choice("norm", "MAX", ("MAX", 0), ("L1", 1), ("L2", 2))), node.Inputs[0]);
}
