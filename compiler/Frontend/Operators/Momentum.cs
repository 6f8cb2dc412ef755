namespace CompileModel.Frontend.Operators;

/// <summary>Imports Momentum of the domain ai.onnx.preview.training.</summary>
public sealed class Momentum() : Importer(3, int.MaxValue, int.MaxValue)
{
    /// <inheritdoc/>
    public override string Domain => "ai.onnx.preview.training";

    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Momentum(node.Float("alpha", 0), node.Float("beta", 0), node.Float("norm_coefficient", 0),
        node.Choice("mode", "standard", ("standard", false), ("nesterov", true))), [.. node.Inputs]);
}
