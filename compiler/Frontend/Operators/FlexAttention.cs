using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Frontend.Operators;

/// <summary>Imports FlexAttention of the domain ai.onnx.preview: products, softmax, products, with the bodies that change scores and probabilities in between.</summary>
public sealed class FlexAttention() : Importer(3, 3)
{
    /// <inheritdoc/>
    public override string Domain => "ai.onnx.preview";

    /// <inheritdoc/>
    public override void Import(ImportContext node)
    {
        node.Ignore("softmax_precision");
        var scores = Changed(node, "score_mod", node.Add(new GroupedMatMul(true, node.Float("scale", 0)), node.Inputs[0], node.Inputs[1]));
        var probabilities = Changed(node, "prob_mod", node.Add(new IR.Operators.Softmax(-1), scores));
        node.Emit(new GroupedMatMul(false, 1), probabilities, node.Inputs[2]);
    }

    private static Value Changed(ImportContext node, string attribute, Value value)
    {
        if (node.Graph(attribute) is not { } body) return value;
        if (body.Inputs.Length != 1 || body.Outputs.Length != 1) throw ImportContext.Bad(attribute, "must be a graph of one input and one output that reads nothing from outside");
        return node.Inline(body, value)[0];
    }
}
