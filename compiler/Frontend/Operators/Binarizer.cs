namespace CompileModel.Frontend.Operators;

/// <summary>Imports Binarizer of the domain ai.onnx.ml.</summary>
public sealed class Binarizer() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override string Domain => "ai.onnx.ml";

    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Binarizer(node.Float("threshold", 0)), node.Inputs[0]);
}
