using CompileModel.IR;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports SkipSimplifiedLayerNormalization of the domain com.microsoft: the normalized sum of operands without their mean, and the sum.</summary>
public sealed class SkipSimplifiedLayerNormalization() : SkipNormalizationImporter(4)
{
    /// <inheritdoc/>
    protected override void Normalize(ImportContext node, Value sum, float epsilon) =>
        node.EmitAt(0, new IR.Operators.RMSNormalization(-1, epsilon), sum, node.Inputs[2]);
}
