using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;

namespace CompileModel.Passes.Layouts;

/// <summary>AveragePool of two spatial axes to <see cref="AveragePoolNhwc"/>; a ceiled extent becomes end pads that never count.</summary>
internal sealed class AveragePoolRule : INhwcRule
{
    /// <inheritdoc/>
    public Value? TryConvert(Graph graph, Patch patch, Node node, Func<Value> nhwc)
    {
        if (node.Operator is not AveragePool pool) return null;
        var (x, y) = (node.Input(0).Shape, node.Output.Shape);
        var window = pool.Window(x);
        var op = new AveragePoolNhwc(window.Kernel, window.Strides, window.Dilations, window.Pads, MaxPoolRule.CeilPads(window, x, y), pool.CountIncludePad);
        return patch.Add($"{node.Output.Name}.nhwc", op, [nhwc()], node);
    }
}
