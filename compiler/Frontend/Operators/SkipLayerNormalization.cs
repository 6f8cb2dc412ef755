using CompileModel.IR;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports SkipLayerNormalization of the domain com.microsoft: the normalized sum of operands, and the sum.</summary>
public sealed class SkipLayerNormalization() : SkipNormalizationImporter(5)
{
    /// <inheritdoc/>
    protected override void Normalize(ImportContext node, Value sum, float epsilon) =>
        node.EmitAt(0, new IR.Operators.LayerNormalization(-1, epsilon), sum, node.Inputs[2], node.Input(3));
}
