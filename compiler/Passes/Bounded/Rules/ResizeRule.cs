using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Bounded.Rules;

/// <summary>Resampling of open axes by a fixed scale: beyond the extent the last element repeats, as filters see it.</summary>
public sealed class ResizeRule : IExtentRule
{
    /// <inheritdoc/>
    public bool Takes(Operator op) => op is ResizeTo;

    /// <inheritdoc/>
    public IReadOnlyList<Value> Apply(ExtentContext c)
    {
        var op = (ResizeTo)c.Node.Operator;
        var x = c[0];
        foreach (int axis in c.OpenAxes(0).Where(a => op.Scales[a] != 1))
        {
            bool isLocal = op.Coordinates is CoordinateMode.Asymmetric or CoordinateMode.HalfPixel or CoordinateMode.PytorchHalfPixel or CoordinateMode.TfHalfPixelForNearest;
            if (!isLocal || op.ExcludeOutside) throw c.Refuse("coordinates depend on an open extent");
            if (c.Function<ResizeTo>(r => BitConverter.SingleToInt32Bits(r.Scales[axis]), "the scale") is not null) throw c.Refuse("the scale depends on an open extent");
            var last = c.Graph.Add(new Sub(), c.Extent(0, axis), c.Graph.Number(1));
            x = c.Graph.Take(x, axis, c.Graph.Add(new Min(), c.Graph.Counter(x.Shape[axis]), last));
        }
        return c.Same(operands: [x]);
    }
}
