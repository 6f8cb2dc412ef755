using CompileModel.IR;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports Clip; the bounds are attributes before opset 11. A bound that is left out makes it Max or Min.</summary>
public sealed class Clip() : Importer(1, 3)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("consumed_inputs");
        Value? x = node.Inputs[0], low = node.Input(1), high = node.Input(2);
        if (node.Opset < 11)
        {
            if (node.Has("min")) low = node.Constant(Tensor.Of([], node.Float("min", 0)), "min");
            if (node.Has("max")) high = node.Constant(Tensor.Of([], node.Float("max", 0)), "max");
        }
        if (low is not null && high is not null) node.Emit(new IR.Operators.Clip(), x, low, high);
        else if (low is not null) node.Emit(new IR.Operators.Max(), x, low);
        else if (high is not null) node.Emit(new IR.Operators.Min(), x, high);
        else node.Emit(new IR.Operators.Identity(), x);
    }
}
