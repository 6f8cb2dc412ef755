namespace CompileModel.Frontend.Operators;

/// <summary>Imports Shrink.</summary>
public sealed class Shrink() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.Shrink(node.Float("bias", 0), node.Float("lambd", 0.5f)), node.Inputs[0]);
}
