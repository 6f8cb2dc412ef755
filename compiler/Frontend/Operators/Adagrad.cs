namespace CompileModel.Frontend.Operators;

/// <summary>Imports Adagrad of the domain ai.onnx.preview.training.</summary>
public sealed class Adagrad() : Importer(3, int.MaxValue, int.MaxValue)
{
    /// <inheritdoc/>
    public override string Domain => "ai.onnx.preview.training";

    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Adagrad(node.Float("decay_factor", 0), node.Float("epsilon", 1e-6f), node.Float("norm_coefficient", 0)), [.. node.Inputs]);
}
