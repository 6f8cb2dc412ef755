using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Bounded;

/// <summary>Numbers that the model computes from shapes: constants at every sample, but not the same ones. They are computed from the extents of the run.</summary>
public static class VaryingConstant
{
    /// <summary>Nodes that compute a constant whose shape is fixed; null when its elements are of no form that is known.</summary>
    /// <param name="model">The samples.</param>
    /// <param name="graph">Takes the nodes.</param>
    /// <param name="name">Name of the constant.</param>
    public static Value? Compute(SampledModel model, PaddedGraph graph, string name)
    {
        var data = model.Bound.Constant(name)!;
        if (data.Element is ElementType.Bool or ElementType.String || model.Others.Any(s => s.Constant(name)?.Shape.Equals(data.Shape) != true)) return null;
        var elements = Enumerable.Range(0, data.Count).Select(i => Element(model, graph, name, data, i)).ToArray();
        if (elements.Any(e => e is null)) return null;
        var all = elements.Length == 1 ? elements[0]! : graph.Add(new Concat(0), elements!);
        return graph.Add(new ReshapeTo([.. data.Shape.ToArray()]), all);
    }

    private static Value? Element(SampledModel model, PaddedGraph graph, string name, Tensor data, int i)
    {
        double Number(Sample s) => s.Constant(name)!.AsDouble(i);
        if (model.Others.All(s => double.IsInteger(Number(s))))
        {
            var whole = model.Function(s => (long)Number(s), $"element {i} of '{name}'") is { } f ? graph.Extent(f) : graph.Number((int)data.AsLong(i));
            return graph.Add(new ReshapeTo([1]), graph.Add(new Cast(data.Element), whole));
        }
        // Scales of means and of attention: c times the extent, its reciprocal, its root, or the reciprocal of that.
        for (int symbol = 0; symbol < model.Symbols.Count; symbol++)
            for (int divisor = 1; divisor <= 64; divisor *= 2)
                foreach (var (power, operators) in (ReadOnlySpan<(double, Operator[])>)[(1, []), (-1, [new Reciprocal()]), (0.5, [new Sqrt()]), (-0.5, [new Sqrt(), new Reciprocal()])])
                    foreach (int offset in (int[])[0, divisor - 1])
                    {
                        var extent = new ExtentFunction(symbol, 1, offset, divisor, 0);
                        double Shape(Sample s) => Math.Pow(extent.At(s.Extents[symbol]), power);
                        double factor = Number(model.Bound) / Shape(model.Bound);
                        if (!model.Others.All(s => Math.Abs(factor * Shape(s) - Number(s)) <= 1e-6 * Math.Abs(Number(s)))) continue;
                        var x = graph.Add(new Cast(data.Element), graph.Extent(extent));
                        foreach (var op in operators) x = graph.Add(op, x);
                        return graph.Add(new ReshapeTo([1]), graph.Add(new Mul(), x, graph.Scalar(data.Element, factor)));
                    }
        return null;
    }
}
