using CompileModel.Diagnostics;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports BatchNormalization.</summary>
public sealed class BatchNormalization() : Importer(5, 5, 5)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("consumed_inputs", "momentum", "is_test");
        if (node.Flag("training_mode"))
        {
            node.Emit(new IR.Operators.BatchNormalizationTraining(node.Float("epsilon", 1e-5f), node.Float("momentum", 0.9f)), [.. node.Inputs]);
            return;
        }
        if (!node.Flag("spatial", true)) throw new ImportException(DiagnosticCodes.UnsupportedOperator, "batch normalization with spatial = 0 is not supported");
        if (node.Node.Outputs.Skip(1).Any(o => o.Length > 0)) throw new ImportException(DiagnosticCodes.UnsupportedOperator, "only the first output of a batch normalization is supported", "export the model for inference");
        node.EmitAt(0, new IR.Operators.BatchNormalization(node.Float("epsilon", 1e-5f)), [.. node.Inputs]);
    }
}
