using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Bounded.Rules;

/// <summary>Repetition along an open axis starts again at the run's extent.</summary>
public sealed class TileRule : IExtentRule
{
    /// <inheritdoc/>
    public bool Takes(Operator op) => op is TileStatic;

    /// <inheritdoc/>
    public IReadOnlyList<Value> Apply(ExtentContext c)
    {
        int[] repeats = [.. ((TileStatic)c.Node.Operator).Repeats];
        int[] open = [.. c.OpenAxes(0).Where(a => repeats[a] > 1)];
        if (open.Length == 0) return c.Same();
        foreach (int axis in open) repeats[axis] = 1;
        var x = c.Graph.Add(new TileStatic([.. repeats]), c[0]);
        foreach (int axis in open) x = c.Graph.Take(x, axis, c.Graph.Add(new Mod(false), c.Graph.Counter(c.Node.Output.Shape[axis]), c.Extent(0, axis)));
        return [x];
    }
}
