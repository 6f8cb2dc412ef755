namespace CompileModel.Frontend.Operators;

/// <summary>Imports GlobalLpPool.</summary>
public sealed class GlobalLpPool() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.GlobalLpPool(node.Int32("p", 2)), node.Inputs[0]);
}
