namespace CompileModel.Frontend.Operators;

/// <summary>Imports RNN.</summary>
public sealed class RNN() : Importer(3, 6, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var direction = RecurrentAttributes.Direction(node);
        var f = RecurrentAttributes.Activations(node, direction, "Tanh");
        node.Emit(new IR.Operators.RNN(direction, f[0], f[1], RecurrentAttributes.Clip(node), node.Flag("layout")), [.. node.Inputs]);
    }
}
