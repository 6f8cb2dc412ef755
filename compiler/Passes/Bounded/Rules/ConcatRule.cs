using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Bounded.Rules;

/// <summary>Concat along an axis on which any operand but the last is open: the gaps between the operands are closed by gathering.</summary>
public sealed class ConcatRule : IExtentRule
{
    /// <inheritdoc/>
    public bool Takes(Operator op) => op is Concat;

    /// <inheritdoc/>
    public IReadOnlyList<Value> Apply(ExtentContext c)
    {
        int axis = ((Concat)c.Node.Operator).Axis;
        if (!Enumerable.Range(0, c.Inputs - 1).Any(i => c.OpenAxes(i).Contains(axis))) return c.Same();
        var g = c.Graph;
        var joined = c.Same()[0];
        var (index, counter, start) = (g.Counter(joined.Shape[axis]), g.Counter(joined.Shape[axis]), g.Number(0));
        for (int i = 0; i + 1 < c.Inputs; i++)
        {
            var extent = c.Extent(i, axis);
            start = g.Add(new Add(), start, extent);
            if (c.Extents(i)[axis] is null) continue;
            var gap = g.Add(new Sub(), g.Number(c[i].Shape[axis]), extent);
            index = g.Add(new Add(), index, g.Add(new Where(), g.Add(new Less(), counter, start), g.Number(0), gap));
        }
        return [g.Take(joined, axis, index)];
    }
}
