using CompileModel.IR;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports Multinomial.</summary>
public sealed class Multinomial() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override int Since => 7;

    /// <inheritdoc/>
    public override void Import(ImportContext node) =>
        node.Emit(new IR.Operators.Multinomial(node.Has("dtype") ? node.ElementType("dtype") : ElementType.Int32, node.Int32("sample_size", 1), RandomSeed.Of(node)), node.Inputs[0]);
}
