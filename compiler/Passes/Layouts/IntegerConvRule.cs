using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;

namespace CompileModel.Passes.Layouts;

/// <summary>IntegerConv with constant weights [M,C/g,KH,KW] to <see cref="ConvNhwc"/> with [KH,KW,C/g,M].</summary>
internal sealed class IntegerConvRule : INhwcRule
{
    /// <inheritdoc/>
    public Value? TryConvert(Graph graph, Patch patch, Node node, Func<Value> nhwc)
    {
        if (node.Operator is not IntegerConv conv || graph.Constant(node.Input(1)) is not { } weights) return null;
        var op = new ConvNhwc(conv.Kernel, conv.Strides, conv.Dilations, conv.Pads, conv.Groups, Expression.Identity, InputZero: conv.InputZero);
        var packed = patch.Constant(node.Input(1).Name, Permutation.Apply(weights, [2, 3, 1, 0]));
        return patch.Add($"{node.Output.Name}.nhwc", op, [nhwc(), packed, node.OptionalInput(2)], node);
    }
}
