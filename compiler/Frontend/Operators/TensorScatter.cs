namespace CompileModel.Frontend.Operators;

/// <summary>Imports TensorScatter.</summary>
public sealed class TensorScatter() : Importer(2, 3)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.TensorScatter(node.Int32("axis", -2), node.Choice("mode", "linear", ("linear", false), ("circular", true))), [.. node.Inputs]);
}
