using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Bounded.Rules;

/// <summary>Slices: from a fixed start they stay slices; from one that counts from the end, the elements are gathered.</summary>
public sealed class SliceRule : IExtentRule
{
    /// <inheritdoc/>
    public bool Takes(Operator op) => op is SliceStatic;

    /// <inheritdoc/>
    public IReadOnlyList<Value> Apply(ExtentContext c)
    {
        var op = (SliceStatic)c.Node.Operator;
        int[] starts = [.. op.Starts], steps = [.. op.Steps], sizes = [.. op.Sizes];
        var moving = new List<(int Axis, ExtentFunction Start)>();
        foreach (int axis in c.OpenAxes(0))
        {
            if (c.Function<SliceStatic>(s => s.Steps[axis], "the step") is not null) throw c.Refuse("the step depends on an open extent");
            if (c.Function<SliceStatic>(s => s.Starts[axis], "the start") is not { } start) continue;
            moving.Add((axis, start));
            (starts[axis], steps[axis], sizes[axis]) = (0, 1, c[0].Shape[axis]);
        }
        if (moving.Count == 0) return c.Same();
        var x = c.Graph.Add(new SliceStatic([.. starts], [.. steps], [.. sizes]), c[0]);
        foreach (var (axis, start) in moving)
        {
            var steady = c.Graph.Add(new Mul(), c.Graph.Counter(op.Sizes[axis]), c.Graph.Number(op.Steps[axis]));
            x = c.Graph.Take(x, axis, c.Graph.Add(new Add(), steady, c.Graph.Extent(start)));
        }
        return [x];
    }
}
