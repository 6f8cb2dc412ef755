namespace CompileModel.Frontend.Operators;

/// <summary>Imports DFT; since opset 20 the axis is an operand.</summary>
public sealed class DFT() : Importer(1, 3)
{
    /// <inheritdoc/>
    public override int Since => 17;

    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        int axis = node.Opset < 20 ? node.Int32("axis", 1) : -2;
        node.Emit(new IR.Operators.DFT(axis, node.Flag("inverse"), node.Flag("onesided")), [.. node.Inputs]);
    }
}
