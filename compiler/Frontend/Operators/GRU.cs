namespace CompileModel.Frontend.Operators;

/// <summary>Imports GRU.</summary>
public sealed class GRU() : Importer(3, 6, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var direction = RecurrentAttributes.Direction(node);
        var f = RecurrentAttributes.Activations(node, direction, "Sigmoid", "Tanh");
        node.Emit(new IR.Operators.GRU(direction, f[0], f[1], f[2], f[3], RecurrentAttributes.Clip(node), node.Flag("linear_before_reset"), node.Flag("layout")), [.. node.Inputs]);
    }
}
