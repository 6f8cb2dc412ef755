using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Passes.Canonical;

/// <summary>
/// <para>Matches: values that are dequantised and quantised alike; <c>QuantizeToGrid</c> of a Relu or Clamp; of a sum of products times constants; by a constant step of what arithmetic gave,
/// and of a sum of two values in units of their own; a sum of products times constants plus a bias in the same units.</para>
/// <para>Becomes: the value; narrower bounds; one factor in the place of two; a product in the place of a quotient; the one in units of the other, and one factor for both; a bias
/// inside of the sum.</para>
/// <para>Why: what is left is one multiplication and one rounding for each result of an integer kernel.</para>
/// <para>Where: after integer products are formed.</para>
/// </summary>
public sealed class SimplifyQuantization : RewritePass<ElementwiseOperator>
{
    /// <summary>Units may differ by so much: more would be at the end of float32.</summary>
    private const float MostRatio = 1e20f;

    /// <inheritdoc/>
    protected override Value? Rewrite(Match at, ElementwiseOperator op) => op switch
    {
        Cast { To: ElementType.Int8 or ElementType.UInt8 } cast => Unchanged(at, cast),
        QuantizeToGrid grid => Bounded(at, grid) ?? InOneUnit(at, grid, 0) ?? InOneUnit(at, grid, 1) ?? Factor(at, grid),
        Add => Bias(at, 0, 1) ?? Bias(at, 1, 0),
        _ => null,
    };

    /// <summary>x where <c>Quantize(Dequantize(x))</c> has the same scale, zero point and type.</summary>
    private static Value? Unchanged(Match at, Cast cast)
    {
        if (at.Producer<QuantizeToGrid>(at[0]) is not { Operator: QuantizeToGrid { IsFactor: false } grid } outer || at.Producer<Dequantize>(outer.Input(0)) is not { } inner) return null;
        var x = inner.Input(0);
        var (low, high) = cast.To.Range();
        bool isSame = x.Element == cast.To && ((Dequantize)inner.Operator).Zero == grid.Zero && (Int128)grid.Min <= low && (Int128)grid.Max >= high;
        return isSame && at.Uniform(inner.Input(1)) is { } scale && scale.Equals(at.Uniform(outer.Input(1))) ? x : null;
    }

    /// <summary>Rounding is monotone: a bound may be rounded in the place of the values.</summary>
    private static Value? Bounded(Match at, QuantizeToGrid grid)
    {
        if (at.Uniform(at[1]) is not { } scale || scale <= 0 || at.Graph.Producer(at[0]) is not { Operator: Relu or Clamp } node) return null;
        var (low, high) = node.Operator is Clamp clamp ? (clamp.Min, clamp.Max) : (0, float.PositiveInfinity);
        float On(float x) => float.IsInfinity(x) ? x : (float)Math.Round(grid.IsFactor ? x * (float)scale : x / (float)scale) + grid.Zero;
        float min = Math.Min(Math.Max(grid.Min, On(low)), grid.Max), max = Math.Max(Math.Min(grid.Max, On(high)), grid.Min);
        return at.Add(grid with { Min = min, Max = max }, [node.Input(0), at[1]], node);
    }

    /// <summary>u a + v b times a factor, where u and v are units, as a + (v / u) b times u and the factor: no quotient, and a product less.</summary>
    /// <param name="at">The node.</param>
    /// <param name="grid">Its operator.</param>
    /// <param name="first">Which operand of the sum is a: sums of integer products, where there are any.</param>
    private static Value? InOneUnit(Match at, QuantizeToGrid grid, int first)
    {
        if (at.Uniform(at[1]) is not > 0 || at.Producer<Add>(at[0]) is not { } add || !at.Graph.HasSingleUse(at[0])) return null;
        if (at.Producer<Dequantize>(add.Input(1 - first)) is not { } other || at.Uniform(other.Input(1)) is not > 0 || !other.Input(0).Shape.Equals(add.Output.Shape)) return null;
        if (!at.Graph.HasSingleUse(add.Input(first)) || InUnits(at, add.Input(first)) is not var (value, units)) return null;
        float scale = at.Graph.Constant(at[1])!.Span<float>()[0], unit = at.Graph.Constant(other.Input(1))!.Span<float>()[0];
        var (ratios, factors) = (Tensors.Map(units, u => unit / (float)u), Tensors.Map(units, u => grid.IsFactor ? (float)u * scale : (float)u / scale));
        if (ratios.Span<float>().ToArray().Any(r => !(r > 0 && r < MostRatio)) || factors.Span<float>().ToArray().Any(f => !(f > 1 / MostRatio))) return null;
        var sum = at.Add(new Add(), [value(), at.Add(other.Operator, [other.Input(0), at.Constant(ratios)], other)], add);
        return at.Add(grid with { IsFactor = true }, sum, at.Constant(factors));
    }

    /// <summary>A value without its unit, to be made when it is wanted, and the unit.</summary>
    private static (Func<Value> Value, Tensor Units)? InUnits(Match at, Value value)
    {
        if (Units(at, value) is var (sum, units)) return (() => sum, units);
        if (at.Producer<Dequantize>(value) is not { Operator: Dequantize d } node || at.Uniform(node.Input(1)) is null || !node.Input(0).Shape.Equals(value.Shape)) return null;
        Value Real() => node.Input(0).Element == ElementType.Float32 ? node.Input(0) : at.Add(new Cast(ElementType.Float32), [node.Input(0)], node);
        return (() => d.Zero == 0 ? Real() : at.Add(new Sub(), [Real(), at.Constant(Tensor.Of(Shape.Scalar, d.Zero))], node), at.Graph.Constant(node.Input(1))!);
    }

    private static Value? Factor(Match at, QuantizeToGrid grid)
    {
        if (grid.IsFactor || at.Uniform(at[1]) is null || at.Graph.Constant(at[1])!.Span<float>()[0] is var step && !(step > 0)) return null;
        if (Units(at, at[0]) is var (sum, units)) return at.Add(grid with { IsFactor = true }, sum, at.Constant(Tensors.Map(units, u => (float)u / step)));
        if (at.Graph.Producer(at[0]) is not { Operator: Add or Sub or Mul or Reduce or AveragePool } source || source.PresentInputs.Any(v => Units(at, v) is not null)) return null;
        return at.Add(grid with { IsFactor = true }, at[0], at.Constant(Tensor.Of(Shape.Scalar, 1 / step)));
    }

    /// <summary>The converted sum and the constants that it is multiplied by.</summary>
    private static (Value Sum, Tensor Units)? Units(Match at, Value value)
    {
        if (at.Producer<Mul>(value) is not { } node || at.Graph.Constant(node.Input(1)) is not { Element: ElementType.Float32 } units) return null;
        return at.Producer<Cast>(node.Input(0)) is { } cast && cast.Input(0).Element == ElementType.Int32 ? (node.Input(0), units) : null;
    }

    private static Value? Bias(Match at, int product, int bias)
    {
        if (Units(at, at[product]) is not var (sum, units) || !at.Graph.HasSingleUse(at[product])) return null;
        if (at.Producer<IntegerMatMul>(at.Producer<Cast>(sum)!.Input(0)) is not { Inputs: [_, _] or [_, _, null] } node) return null;
        int columns = node.Output.Shape[^1];
        if (units.Count > 1 && (units.Shape[^1] != units.Count || units.Count != columns)) return null;
        if (FormIntegerProducts.IntegerBias(at, at[bias], units.Span<float>().ToArray()) is not { } start || start.Count != columns || at[bias].Shape[^1] != columns) return null;
        return at.Add(new Mul(), at.Add(new Cast(ElementType.Float32), at.Add(node.Operator, node.Input(0), node.Input(1), at.Constant(start))), at.Constant(units));
    }
}
