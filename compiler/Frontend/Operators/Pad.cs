using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports Pad; pads and value are attributes before opset 11.</summary>
public sealed class Pad() : Importer(1, 4)
{
    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        var op = new IR.Operators.Pad(node.Choice("mode", "constant", ("constant", PadMode.Constant), ("edge", PadMode.Edge), ("reflect", PadMode.Reflect), ("wrap", PadMode.Wrap)));
        if (node.Opset >= 11)
        {
            node.Emit(op, [.. node.Inputs]);
            return;
        }
        long[] pads = node.Longs("pads") ?? node.Longs("paddings") ?? throw ImportContext.Bad("pads", "is missing");
        node.Emit(op, node.Inputs[0], node.Constant(pads), node.Constant(Tensor.Of([], node.Float("value", 0)), "value"));
    }
}
