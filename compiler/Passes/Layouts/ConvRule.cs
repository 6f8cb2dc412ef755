using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;

namespace CompileModel.Passes.Layouts;

/// <summary>Conv of two spatial axes with weights [M,C/g,KH,KW] to <see cref="ConvNhwc"/> with [KH,KW,C/g,M]; a bias that is not constant is added behind it.</summary>
internal sealed class ConvRule : INhwcRule
{
    /// <inheritdoc/>
    public Value? TryConvert(Graph graph, Patch patch, Node node, Func<Value> nhwc)
    {
        if (node.Operator is not Conv conv || graph.Constant(node.Input(1)) is not { } weights) return null;
        var window = conv.Window(node.Input(0).Shape, weights.Shape);
        var op = new ConvNhwc(window.Kernel, window.Strides, window.Dilations, window.Pads, conv.Groups, Expression.Identity, conv.IsExact);
        var packed = patch.Constant(node.Input(1).Name, Permutation.Apply(weights, [2, 3, 1, 0]));
        var bias = node.OptionalInput(2);
        if (bias is null || graph.Constant(bias) is not null) return patch.Add($"{node.Output.Name}.nhwc", op, [nhwc(), packed, bias], node);
        return patch.Add($"{node.Output.Name}.biased", new Add(), [patch.Add($"{node.Output.Name}.nhwc", op, [nhwc(), packed, null], node), bias], node);
    }
}
