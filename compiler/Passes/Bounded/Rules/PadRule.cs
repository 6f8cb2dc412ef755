using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Bounded.Rules;

/// <summary>Borders of open axes: a constant one fills what lies beyond the extent, others are gathered.</summary>
public sealed class PadRule : IExtentRule
{
    /// <inheritdoc/>
    public bool Takes(Operator op) => op is PadStatic;

    /// <inheritdoc/>
    public IReadOnlyList<Value> Apply(ExtentContext c)
    {
        var op = (PadStatic)c.Node.Operator;
        int[] open = [.. c.OpenAxes(0).Where(a => op.Begins[a] + op.Ends[a] > 0)];
        foreach (int axis in open)
            if (c.Function<PadStatic>(p => p.Begins[axis], "the border") is not null || c.Function<PadStatic>(p => p.Ends[axis], "the border") is not null)
                throw c.Refuse("the border depends on an open extent");
        if (open.Length > 0 && c.Node.OptionalInput(1) is not null) throw c.Refuse("the border holds a value of the run");
        if (op.Mode == PadMode.Constant) return c.Same(operands: [c.Filled(0, open.Where(a => op.Ends[a] > 0), op.Value)]);
        int[] begins = [.. op.Begins], ends = [.. op.Ends];
        foreach (int axis in open) begins[axis] = ends[axis] = 0;
        var x = c.Graph.Add(op with { Begins = [.. begins], Ends = [.. ends] }, c[0]);
        foreach (int axis in open) x = c.Graph.Take(x, axis, Source(c, op, axis));
        return [x];
    }

    /// <summary>The index of the operand that each index of the result comes from.</summary>
    private static Value Source(ExtentContext c, PadStatic op, int axis)
    {
        var g = c.Graph;
        var extent = c.Extent(0, axis);
        var last = g.Add(new Sub(), extent, g.Number(1));
        var i = g.Add(new Sub(), g.Counter(c[0].Shape[axis] + op.Begins[axis] + op.Ends[axis]), g.Number(op.Begins[axis]));
        return op.Mode switch
        {
            PadMode.Edge => g.Add(new Min(), i, last),
            PadMode.Reflect => g.Add(new Sub(), last, g.Add(new Abs(), g.Add(new Sub(), last, g.Add(new Abs(), i)))),
            _ => g.Add(new Mod(false), i, extent),
        };
    }
}
