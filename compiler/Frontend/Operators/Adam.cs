namespace CompileModel.Frontend.Operators;

/// <summary>Imports Adam of the domain ai.onnx.preview.training.</summary>
public sealed class Adam() : Importer(3, int.MaxValue, int.MaxValue)
{
    /// <inheritdoc/>
    public override string Domain => "ai.onnx.preview.training";

    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Adam(node.Float("alpha", 0.9f), node.Float("beta", 0.999f), node.Float("epsilon", 1e-6f), node.Float("norm_coefficient", 0), node.Float("norm_coefficient_post", 0)), [.. node.Inputs]);
}
