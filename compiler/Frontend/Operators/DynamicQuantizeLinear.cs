namespace CompileModel.Frontend.Operators;

/// <summary>Imports DynamicQuantizeLinear.</summary>
public sealed class DynamicQuantizeLinear() : Importer(1, 1, 3)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.DynamicQuantizeLinear(), node.Inputs[0]);
}
