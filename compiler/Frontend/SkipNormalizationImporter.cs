using CompileModel.Diagnostics;
using CompileModel.IR;

namespace CompileModel.Frontend;

/// <summary>Base of importers of com.microsoft that normalize the sum of operands 0 and 1, and of a bias, which comes last; the sum is result 3.</summary>
/// <param name="maxInputs">Most operands.</param>
public abstract class SkipNormalizationImporter(int maxInputs) : MicrosoftImporter(3, maxInputs, 4)
{
    /// <inheritdoc/>
    public sealed override void Import(ImportContext node)
    {
        if (node.Node.Outputs.Skip(1).Take(2).Any(o => o.Length > 0)) throw new ImportException(DiagnosticCodes.UnsupportedOperator, "mean and deviation are results for training only");
        var sum = node.Add(new IR.Operators.Add(), node.Inputs[0], node.Inputs[1]);
        if (node.Input(MaxInputs - 1) is { } bias) sum = node.Add(new IR.Operators.Add(), sum, bias);
        Normalize(node, sum, node.Float("epsilon", 1e-12f));
        node.EmitAt(3, new IR.Operators.Identity(), sum);
    }

    /// <summary>Writes result 0.</summary>
    protected abstract void Normalize(ImportContext node, Value sum, float epsilon);
}
