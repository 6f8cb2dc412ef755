namespace CompileModel.IR.Operators;

/// <summary>
/// The operands of <see cref="WeightedGather"/> for sampling an image between its elements: for each point the rows that count and their weights, computed for all
/// points at once, points innermost.
/// </summary>
/// <param name="f">Takes the nodes.</param>
/// <param name="sizes">Extents of the image along the axes of a point.</param>
/// <param name="strides">Rows from one element to the next along these axes.</param>
/// <param name="mode">Interpolation.</param>
/// <param name="padding">What lies outside.</param>
/// <param name="alignCorners">Whether reflection is at the centers of the border elements, not at their edges.</param>
internal sealed class SampleTaps(Formula f, int[] sizes, int[] strides, ResizeMode mode, GridPadding padding, bool alignCorners)
{
    // A row number that stays negative whatever the other axes add.
    private const int Outside = -(1 << 28);
    private const double CubicAlpha = -0.75;

    // The cubic kernel's four weights as polynomials of the fraction, constant term first (Keys 1981).
    private static readonly double[][] Cubic =
    [
        [0, CubicAlpha, -2 * CubicAlpha, CubicAlpha],
        [1, 0, -(CubicAlpha + 3), CubicAlpha + 2],
        [0, -CubicAlpha, 2 * CubicAlpha + 3, -(CubicAlpha + 2)],
        [0, 0, CubicAlpha, -CubicAlpha],
    ];

    private int PerAxis => mode switch { ResizeMode.Nearest => 1, ResizeMode.Linear => 2, _ => 4 };

    private double Low(int axis) => alignCorners ? 0 : -0.5;

    private double Span(int axis) => alignCorners ? sizes[axis] - 1 : sizes[axis];

    /// <summary>Writes the indexes [B,T,P] and the weights (none for the nearest element) of points [B,axes,P], in elements of the image.</summary>
    public (Value Index, Value? Weight) Write(Value points)
    {
        InferenceContext.Check(sizes.Aggregate(1L, (a, b) => a * b) < -Outside, "an image of 2^28 elements or more cannot be sampled");
        int axes = sizes.Length, batch = points.Shape[0], count = points.Shape[2], taps = PerAxis;
        if (mode == ResizeMode.Nearest) points = f.Add(new Round(), points);
        points = Inside(points);
        var floor = f.Add(new Floor(), points);
        // Row numbers are floats up to the last step: float32 holds them, and elementwise loops over float32 join.
        bool isLarge = sizes.Aggregate(1L, (a, b) => a * b) >= 1 << 24;
        var element = f.Reshape(isLarge ? f.Cast(floor, ElementType.Float64) : floor, batch, axes, 1, count);
        if (taps > 1) element = f.Sum(element, f.Table(element.Element, [taps, 1], k => k - (taps == 4 ? 1 : 0)));
        var rows = Rows(element);
        var weights = mode == ResizeMode.Nearest ? null : Weights(f.Reshape(f.Add(new Sub(), points, floor), batch, axes, 1, count));

        Value? index = null, weight = null;
        for (int axis = 0; axis < axes; axis++)
        {
            int[] shape = [batch, .. Enumerable.Range(0, axes).Select(a => a == axis ? taps : 1), count];
            var part = f.Reshape(f.Slice(rows, 1, axis, axis + 1), shape);
            index = index is null ? part : f.Sum(index, part);
            if (weights is null) continue;
            var factor = f.Reshape(f.Slice(weights, 1, axis, axis + 1), shape);
            weight = weight is null ? factor : f.Mul(weight, factor);
        }
        int total = (int)Math.Pow(taps, axes);
        return (f.Cast(f.Reshape(index!, batch, total, count), ElementType.Int32), weight is null ? null : f.Reshape(weight, batch, total, count));
    }

    /// <summary>Points outside of the image brought to where the padding says; the others as they are.</summary>
    private Value Inside(Value at)
    {
        switch (padding)
        {
            case GridPadding.Zeros:
                // Far away is as good as outside, and fits an integer.
                return Bounded(at, _ => -4, a => sizes[a] + 4);
            case GridPadding.Border:
                var moved = Bounded(at, _ => 0, a => sizes[a] - 1);
                if (mode != ResizeMode.Cubic) return moved;
                var isOutside = f.Add(new Or(), f.Add(new Less(), at, Axes(at, Low)), f.Add(new Greater(), at, Axes(at, a => Low(a) + Span(a))));
                return f.Add(new Where(), isOutside, moved, at);
            default:
                return Reflected(at);
        }
    }

    /// <summary>A triangle wave: min + span - |((x - min) mod 2 span) - span|.</summary>
    private Value Reflected(Value at)
    {
        double Period(int a) => Math.Max(2 * Span(a), 1);
        var distance = f.Add(new Sub(), at, Axes(at, Low));
        var turns = f.Add(new Floor(), f.Add(new Div(), distance, Axes(at, Period)));
        var phase = f.Add(new Sub(), distance, f.Mul(turns, Axes(at, Period)));
        var wave = f.Add(new Sub(), Axes(at, a => Low(a) + Span(a)), f.Add(new Abs(), f.Add(new Sub(), phase, Axes(at, Span))));
        return Bounded(wave, Low, a => Low(a) + Span(a));
    }

    /// <summary>Row numbers of elements [B,axes,taps,P] along their own axis, times the stride.</summary>
    private Value Rows(Value element)
    {
        if (padding == GridPadding.Reflection && mode == ResizeMode.Cubic)
        {
            element = f.Add(new Round(), Reflected(element));
        }
        var inside = Bounded(element, _ => 0, a => sizes[a] - 1);
        var rows = f.Mul(inside, Axes(element, a => strides[a]));
        if (padding != GridPadding.Zeros) return rows;
        // 1 where the element had to be moved, without a condition: bools of tensors are no vector code.
        var isOutside = f.Add(new Min(), f.Add(new Abs(), f.Add(new Sub(), element, inside)), f.Scalar(1, element));
        return f.Sum(rows, f.Mul(isOutside, f.Scalar(Outside, element)));
    }

    /// <summary>Weights of the taps from the fractions [B,axes,1,P].</summary>
    private Value Weights(Value fraction)
    {
        Value Table(Func<int, double> value) => f.Table(fraction.Element, [PerAxis, 1], value);
        if (mode == ResizeMode.Linear) return f.Sum(f.Mul(fraction, Table(k => k == 0 ? -1 : 1)), Table(k => 1 - k));
        var sum = f.Sum(f.Mul(fraction, Table(k => Cubic[k][3])), Table(k => Cubic[k][2]));
        for (int power = 1; power >= 0; power--) sum = f.Sum(f.Mul(sum, fraction), Table(k => Cubic[k][power]));
        return sum;
    }

    private Value Bounded(Value x, Func<int, double> low, Func<int, double> high) => f.Add(new Min(), f.Add(new Max(), x, Axes(x, low)), Axes(x, high));

    /// <summary>One number an axis of the image, against [B,axes,P] or [B,axes,taps,P].</summary>
    private Value Axes(Value like, Func<int, double> value) => f.Table(like.Element, like.Shape.Rank == 3 ? [sizes.Length, 1] : [sizes.Length, 1, 1], value);
}
