using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Bounded.Rules;

/// <summary>Recurrent layers over an open number of steps: the extent is the length of every sequence.</summary>
public sealed class RecurrenceRule : IExtentRule
{
    /// <inheritdoc/>
    public bool Takes(Operator op) => op is Recurrence;

    /// <inheritdoc/>
    public IReadOnlyList<Value> Apply(ExtentContext c)
    {
        var op = (Recurrence)c.Node.Operator;
        if (c.OpenAxes(0).Contains(2)) throw c.Refuse("the number of states is open");
        if (!c.OpenAxes(0).Contains(0)) return c.Same();
        var g = c.Graph;
        var steps = c.Extent(0, 0);
        var lengths = op.HasLengths ? g.Add(new Min(), c[op.LengthsAt], steps) : g.Add(new BroadcastTo([c[0].Shape[1]]), steps);
        return c.Same(op with { HasLengths = true }, [.. c.Operands.Take(op.LengthsAt), lengths]);
    }
}
