namespace CompileModel.Frontend.Operators;

/// <summary>Imports MeanVarianceNormalization.</summary>
public sealed class MeanVarianceNormalization() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.MeanVarianceNormalization(node.Ints("axes") ?? [0, 2, 3]), node.Inputs[0]);
}
