using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Bounded.Rules;

/// <summary>Reductions: elements beyond the extent become neutral ones; means divide by the extent of the run.</summary>
public sealed class ReduceRule : IExtentRule
{
    /// <inheritdoc/>
    public bool Takes(Operator op) => op is Reduce;

    /// <inheritdoc/>
    public IReadOnlyList<Value> Apply(ExtentContext c)
    {
        var op = (Reduce)c.Node.Operator;
        int[] open = [.. c.OpenAxes(0).Intersect(op.Axes)];
        if (open.Length == 0) return c.Same();
        double fill = op.Kind switch
        {
            Reduction.Max => c[0].Element.Lowest(),
            Reduction.Min => c[0].Element.Highest(),
            Reduction.LogSumExp => double.NegativeInfinity,
            Reduction.Prod => 1,
            _ => 0,
        };
        var filled = c.Filled(0, open, fill);
        if (op.Kind != Reduction.Mean) return c.Same(operands: [filled]);
        var sum = c.Graph.Add(op with { Kind = Reduction.Sum }, filled);
        var count = c.Graph.Number(op.Axes.Except(open).Aggregate(1, (n, axis) => n * c[0].Shape[axis]));
        foreach (int axis in open) count = c.Graph.Add(new Mul(), count, c.Extent(0, axis));
        return [c.Graph.Add(new Div(), sum, c.Graph.Add(new Cast(sum.Element), count))];
    }
}
