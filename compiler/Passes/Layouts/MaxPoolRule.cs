using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.IR.Operators.Fused;

namespace CompileModel.Passes.Layouts;

/// <summary>MaxPool of two spatial axes without indices to <see cref="MaxPoolNhwc"/>; a ceiled extent becomes end pads.</summary>
internal sealed class MaxPoolRule : INhwcRule
{
    /// <inheritdoc/>
    public Value? TryConvert(Graph graph, Patch patch, Node node, Func<Value> nhwc)
    {
        if (node.Operator is not MaxPool pool || node.Input(0).Element is not (ElementType.Float32 or ElementType.Int8 or ElementType.UInt8) || node.Outputs.Skip(1).Any(o => o is not null)) return null;
        var (x, y) = (node.Input(0).Shape, node.Output.Shape);
        var window = pool.Window(x);
        var room = CeilPads(window, x, y);
        Ints pads = [window.Pads[0], window.Pads[1], window.Pads[2] + room[0], window.Pads[3] + room[1]];
        return patch.Add($"{node.Output.Name}.nhwc", new MaxPoolNhwc(window.Kernel, window.Strides, window.Dilations, pads), [nhwc()], node);
    }

    /// <summary>What the last windows reach beyond the padded input [N,C,H,W] to give the output extents: bottom, right.</summary>
    public static Ints CeilPads(Window window, Shape x, Shape y)
    {
        int Room(int i) => Math.Max(0, (y[2 + i] - 1) * window.Strides[i] + (window.Kernel[i] - 1) * window.Dilations[i] + 1 - x[2 + i] - window.Pads[i] - window.Pads[2 + i]);
        return [Room(0), Room(1)];
    }
}
