using CompileModel.Diagnostics;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports SkipLayerNormalization of the domain com.microsoft: the normalized sum of operands, and the sum.</summary>
public sealed class SkipLayerNormalization() : MicrosoftImporter(3, 5, 4)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        if (node.Node.Outputs.Skip(1).Take(2).Any(o => o.Length > 0)) throw new ImportException(DiagnosticCodes.UnsupportedOperator, "mean and deviation are results for training only");
        var sum = node.Add(new IR.Operators.Add(), node.Inputs[0], node.Inputs[1]);
        if (node.Input(4) is { } bias) sum = node.Add(new IR.Operators.Add(), sum, bias);
        node.EmitAt(0, new IR.Operators.LayerNormalization(-1, node.Float("epsilon", 1e-12f)), sum, node.Inputs[2], node.Input(3));
        node.EmitAt(3, new IR.Operators.Identity(), sum);
    }
}
