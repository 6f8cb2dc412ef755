namespace CompileModel.Frontend.Operators;

/// <summary>Imports PRelu.</summary>
public sealed class PRelu() : Importer(2, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("consumed_inputs");
        // Before opset 7 a one-dimensional slope stands for the channels (axis 1).
        bool channels = node.Opset < 7 && node.Inputs[1]!.MaybeType is { Shape: { Rank: 1 } shape } && shape[0] > 1;
        node.Emit(new IR.Operators.PRelu(), node.Inputs[0], channels ? node.Add(new IR.Operators.AlignAxis(1), node.Inputs[1], node.Inputs[0]) : node.Inputs[1]);
    }
}
