using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;

namespace CompileModel.Passes.Layouts;

/// <summary>ConvTranspose of two spatial axes with weights [C,M/g,KH,KW] to <see cref="ConvTransposeNhwc"/> with [KH,KW,C,M/g]; a bias that is not constant is added behind it.</summary>
internal sealed class ConvTransposeRule : INhwcRule
{
    /// <inheritdoc/>
    public Value? TryConvert(Graph graph, Patch patch, Node node, Func<Value> nhwc)
    {
        if (node.Operator is not ConvTranspose conv || graph.Constant(node.Input(1)) is not { } weights) return null;
        var window = conv.Resolve(node.Input(0).Shape, weights.Shape).Window;
        Ints outputPads = conv.OutputPads.Count > 0 ? conv.OutputPads : [0, 0];
        var op = new ConvTransposeNhwc(window.Kernel, window.Strides, window.Dilations, window.Pads, outputPads, conv.Groups, Expression.Identity);
        var packed = patch.Constant(node.Input(1).Name, Permutation.Apply(weights, [2, 3, 0, 1]));
        var bias = node.OptionalInput(2);
        if (bias is null || graph.Constant(bias) is not null) return patch.Add($"{node.Output.Name}.nhwc", op, [nhwc(), packed, bias], node);
        return patch.Add($"{node.Output.Name}.biased", new Add(), [patch.Add($"{node.Output.Name}.nhwc", op, [nhwc(), packed, null], node), bias], node);
    }
}
