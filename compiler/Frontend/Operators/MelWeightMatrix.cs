using CompileModel.IR;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports MelWeightMatrix.</summary>
public sealed class MelWeightMatrix() : Importer(5, 5)
{
    /// <inheritdoc/>
    public override int Since => 17;

    /// <inheritdoc/>
    public override void Import(ImportContext node) =>
        node.Emit(new IR.Operators.MelWeightMatrix(node.Has("output_datatype") ? node.ElementType("output_datatype") : ElementType.Float32), [.. node.Inputs]);
}
