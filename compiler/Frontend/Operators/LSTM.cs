namespace CompileModel.Frontend.Operators;

/// <summary>Imports LSTM.</summary>
public sealed class LSTM() : Importer(3, 8, 3)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var direction = RecurrentAttributes.Direction(node);
        var f = RecurrentAttributes.Activations(node, direction, "Sigmoid", "Tanh", "Tanh");
        node.Emit(new IR.Operators.LSTM(direction, f[0], f[1], f[2], f[3], f[4], f[5], RecurrentAttributes.Clip(node), node.Flag("input_forget"), node.Flag("layout")), [.. node.Inputs]);
    }
}
