namespace CompileModel.Frontend.Operators;

/// <summary>Imports NonZero.</summary>
public sealed class NonZero() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.NonZero(), node.Inputs[0]);
}
