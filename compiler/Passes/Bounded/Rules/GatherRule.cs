using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Bounded.Rules;

/// <summary>Gather: indexes from the end count from the end of the run's extent; those beyond an extent are made harmless.</summary>
public sealed class GatherRule : IExtentRule
{
    /// <inheritdoc/>
    public bool Takes(Operator op) => op is Gather or GatherElements;

    /// <inheritdoc/>
    public IReadOnlyList<Value> Apply(ExtentContext c)
    {
        int rank = c[0].Shape.Rank, axis = InferenceContext.Axis(c.Node.Operator is Gather g ? g.Axis : ((GatherElements)c.Node.Operator).Axis, rank);
        bool openAxis = c.OpenAxes(0).Contains(axis), openIndexes = c.OpenAxes(1).Length > 0;
        bool mayBeNegative = c.Constant(1) is not { } data || Enumerable.Range(0, data.Count).Any(i => data.AsLong(i) < 0);
        if (!openIndexes && !(openAxis && mayBeNegative)) return c.Same();
        var graph = c.Graph;
        var index = c[1];
        Value Number(int n) => graph.Scalar(index.Element, n);
        if (mayBeNegative)
        {
            var extent = openAxis ? graph.Add(new Cast(index.Element), c.Extent(0, axis)) : Number(c[0].Shape[axis]);
            index = graph.Add(new Where(), graph.Add(new Less(), index, Number(0)), graph.Add(new Add(), index, extent), index);
        }
        if (openIndexes) index = graph.Clamp(index, c[0].Shape[axis]);
        return c.Same(operands: [c[0], index]);
    }
}
