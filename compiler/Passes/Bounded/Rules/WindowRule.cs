using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Bounded.Rules;

/// <summary>Convolutions and poolings over open axes: what lies beyond the extent becomes the padding.</summary>
public sealed class WindowRule : IExtentRule
{
    /// <inheritdoc/>
    public bool Takes(Operator op) => op is Conv or ConvTranspose or PoolOperator;

    /// <inheritdoc/>
    public IReadOnlyList<Value> Apply(ExtentContext c)
    {
        int[] axes = [.. c.OpenAxes(0).Where(a => a > 0)];
        if (axes.Contains(1)) throw c.Refuse("the number of channels is open");
        if (c.Node.Operator is not PoolOperator && c.OpenAxes(1).Length > 0) throw c.Refuse("the extents of the weights are open");
        if (c.Node.Outputs.Count(v => v is not null) > 1) throw c.Refuse("indexes of maxima are not supported for open extents");
        foreach (int axis in axes) CheckPads(c, axis - 2);
        return c.Same(operands: [c.Filled(0, axes, c.Node.Operator is MaxPool ? c[0].Element.Lowest() : 0), .. c.Operands.Skip(1)]);
    }

    private static void CheckPads(ExtentContext c, int axis)
    {
        if (c.Function<Operator>(op => Begin(op, axis), "the padding") is not null) throw c.Refuse("the padding in front depends on an open extent");
        if (c.Node.Operator is ConvTranspose { OutputShape.Count: > 0 } or ConvTranspose { AutoPad: not AutoPad.NotSet }) throw c.Refuse("the padding depends on an open extent");
        if (c.Node.Operator is AveragePool { CountIncludePad: false } average && (average.CeilMode || average.Pads.Skip(average.Pads.Count / 2).ElementAtOrDefault(axis) > 0))
            throw c.Refuse("a mean that leaves padding out is not supported at the end of an open extent");
        if (c.Node.Operator is AveragePool { CeilMode: true }) throw c.Refuse("windows that are cut off are not supported at the end of an open extent");
    }

    private static int Begin(Operator op, int axis) => op switch
    {
        Conv { Pads.Count: > 0 } conv => conv.Pads[axis],
        PoolOperator { Pads.Count: > 0 } pool => pool.Pads[axis],
        _ => 0,
    };
}
