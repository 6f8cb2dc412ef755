namespace CompileModel.Frontend.Operators;

/// <summary>Imports Shape.</summary>
public sealed class Shape() : Importer(1, 1)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node) => node.Emit(new IR.Operators.ShapeOf(node.Int32("start", 0), node.Int32("end", int.MaxValue)), node.Inputs[0]);
}
