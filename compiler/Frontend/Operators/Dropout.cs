using CompileModel.IR;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports Dropout: outside of training the operand itself, and a mask that keeps everything.</summary>
public sealed class Dropout() : Importer(1, 3, 2)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("consumed_inputs", "ratio", "is_test", "seed");
        if (node.Input(2) is { } training && node.ConstantData(training)?.AsLong(0) != 0)
        {
            node.Emit(new IR.Operators.Dropout(RandomSeed.Of(node)), [.. node.Inputs]);
            return;
        }
        node.EmitAt(0, new IR.Operators.Identity(), node.Inputs[0]);
        if (node.Node.Outputs.Count < 2) return;
        var shape = node.Add(new IR.Operators.ShapeOf(0, int.MaxValue), node.Inputs[0]);
        bool isBool = node.Opset >= 10;
        var kept = isBool ? Tensor.From<byte>(ElementType.Bool, IR.Shape.Scalar, [1]) : Tensor.Of([], 1f);
        node.EmitAt(1, new IR.Operators.ConstantOfShape(kept), shape);
    }
}
