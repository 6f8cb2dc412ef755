using CompileModel.IR.Operators;

namespace CompileModel.IR;

/// <summary>
/// Formulas of sums of products of 8-bit integers by integer operators, which kernels exist for: the left operand becomes int8, weights are constant and int8 without their zero point.
/// Weights that do not fit then (unsigned ones with a zero point far from 128) are int16 where every channel is a group of its own; else the sum of the inputs of a window times what was
/// left out is subtracted.
/// </summary>
public static class IntegerProducts
{
    /// <summary>The convolution of x - xZero with w - wZero as int32, plus an int32 bias[M] that may be left out; null when the operands are of another kind.</summary>
    public static Value? Conv(Formula f, Conv op, Value x, Value? xZero, Value w, Value? wZero, Value? bias)
    {
        if (IsOfTheRun(f, x, xZero)) return WithZeroOfTheRun(f, op, x, xZero!, w, wZero, bias);
        if (x.Shape.Rank is not (3 or 4) || op.Groups < 1 || Signed(f, x, xZero) is not var (image, zero) || Centered(f, w, wZero, (int)w.Shape.Count / Math.Max((int)w.Shape[0], 1)) is not { } weights) return null;
        var window = op.Window(x.Shape, w.Shape);
        bool isLine = x.Shape.Rank == 3;
        if (isLine)
        {
            image = f.Reshape(image, x.Shape[0], x.Shape[1], 1, x.Shape[2]);
            window = new([1, window.Kernel[0]], [1, window.Strides[0]], [1, window.Dilations[0]], [0, window.Pads[0], 0, window.Pads[1]]);
        }
        Shape shape = Shape.Of(w.Shape[0], w.Shape[1], window.Kernel[0], window.Kernel[1]);
        Value Sum(ElementType type, Shape of, Func<int, double> data, int groups, Value? start) =>
            f.Add(new IntegerConv(window.Kernel, window.Strides, window.Dilations, window.Pads, groups, zero), image, f.Constant(Tensors.Make(type, of, data)), start);

        Value? sum;
        if (Fits(weights.Values)) sum = Sum(ElementType.Int8, shape, i => weights.Values[i], op.Groups, bias);
        else if (w.Shape[1] == 1) sum = Sum(ElementType.Int16, shape, i => weights.Values[i], op.Groups, bias);
        else if (op.Groups > 1) return null;
        else
        {
            var near = Sum(ElementType.Int8, shape, i => weights.Values[i] + weights.Excess[i / (weights.Values.Length / shape[0])], 1, bias);
            var inputs = Sum(ElementType.Int8, Shape.Of(1, shape[1], shape[2], shape[3]), _ => 1, 1, null);
            sum = f.Sum(near, f.Mul(inputs, f.Table(ElementType.Int32, [1, shape[0], 1, 1], m => -weights.Excess[m])));
        }
        return isLine ? f.Reshape(sum, sum.Shape[0], sum.Shape[1], sum.Shape[3]) : sum;
    }

    /// <summary>(a - aZero) times (b - bZero) as int32, plus an int32 bias[columns] that may be left out; null when the operands are of another kind.</summary>
    public static Value? MatMul(Formula f, Value a, Value? aZero, Value b, Value? bZero, Value? bias)
    {
        if (IsOfTheRun(f, a, aZero)) return WithZeroOfTheRun(f, a, aZero!, b, bZero, bias);
        if (b.Shape.Rank is not (1 or 2) || bias is { Shape.Rank: not 1 } || Signed(f, a, aZero) is not var (left, zero)) return null;
        var (rows, columns) = IR.Operators.MatMul.Matrices(a.Shape, b.Shape);
        int n = columns[1];
        if (Centered(f, b, bZero, 1) is not { } weights || (bias is not null && bias.Shape[0] != n)) return null;
        if (a.Shape.Rank == 1) left = f.Reshape(left, rows.ToArray());
        var op = new IntegerMatMul(zero);
        Value sum;
        if (Fits(weights.Values)) sum = f.Add(op, left, f.Table(ElementType.Int8, columns.ToArray(), i => weights.Values[i]), bias);
        else
        {
            var near = f.Add(op, left, f.Table(ElementType.Int8, columns.ToArray(), i => weights.Values[i] + weights.Excess[i % weights.Excess.Length]), bias);
            var inputs = f.Add(op, left, f.Table(ElementType.Int8, [columns[0], 1], _ => 1));
            sum = f.Sum(near, f.Mul(inputs, f.Table(ElementType.Int32, [n], i => -weights.Excess[i % weights.Excess.Length])));
        }
        int[] dims = [.. sum.Shape.ToArray()[..^2], .. a.Shape.Rank > 1 ? new[] { rows[^2] } : [], .. b.Shape.Rank > 1 ? new[] { n } : []];
        return dims.SequenceEqual(sum.Shape.ToArray()) ? sum : f.Reshape(sum, dims);
    }

    /// <summary>The product with a zero point that is not known yet: what a sums up to, minus zero point times the sums of the weights.</summary>
    private static Value? WithZeroOfTheRun(Formula f, Value a, Value aZero, Value b, Value? bZero, Value? bias)
    {
        if (MatMul(f, a, null, b, bZero, bias) is not { } sum || Centered(f, b, bZero, 1) is not { } weights) return null;
        int columns = b.Shape.Rank == 1 ? 1 : b.Shape[1];
        var sums = f.Table(ElementType.Int32, b.Shape.Rank == 1 ? [] : [columns], n => -Enumerable.Range(0, (int)b.Shape[0]).Sum(k => weights.Values[k * columns + n]));
        return f.Sum(sum, f.Mul(f.Cast(f.Reshape(aZero), ElementType.Int32), sums));
    }

    /// <summary>
    /// The convolution with a zero point that is not known yet: what the border holds is that zero point, so that all windows are whole; then zero point times the sums of the filters is
    /// subtracted from what x sums up to.
    /// </summary>
    private static Value? WithZeroOfTheRun(Formula f, Conv op, Value x, Value xZero, Value w, Value? wZero, Value? bias)
    {
        int filters = w.Shape[0], run = filters == 0 ? 0 : (int)w.Shape.Count / filters, rank = x.Shape.Rank;
        if (rank is not (3 or 4) || Centered(f, w, wZero, run) is not { } weights || Signed(f, x, null) is not var (image, zero)) return null;
        var window = op.Window(x.Shape, w.Shape);
        if (window.Pads.Any(p => p < 0)) return null;
        int axes = rank - 2;
        Ints Border(int first) => [0, 0, .. window.Pads.Skip(first).Take(axes)];
        if (window.Pads.Any(p => p != 0))
            image = f.Add(new PadStatic(Border(0), Border(axes), PadMode.Constant, 0), image, Signed(f, xZero, null)!.Value.Data);
        var whole = op with { AutoPad = AutoPad.NotSet, Pads = Ints.Repeat(0, 2 * axes) };
        if (Conv(f, whole, image, f.Constant(Tensors.Fill(ElementType.Int8, Shape.Scalar, zero)), w, wZero, bias) is not { } sum) return null;
        var sums = f.Table(ElementType.Int32, [1, filters, .. Enumerable.Repeat(1, axes)], m => -weights.Values.Skip(m * run).Take(run).Sum());
        return f.Sum(sum, f.Mul(f.Cast(f.Reshape(xZero), ElementType.Int32), sums));
    }

    /// <summary>Whether a zero point is one number that only the run knows.</summary>
    private static bool IsOfTheRun(Formula f, Value x, Value? zero) => zero is { Shape.Count: 1 } && zero.Element == x.Element && f.Data(zero) is null;

    /// <summary>A quantised value as int8, and its zero point then.</summary>
    private static (Value Data, int Zero)? Signed(Formula f, Value x, Value? zero)
    {
        if (!x.Element.IsByte() || (zero is not null && zero.Element != x.Element)) return null;
        if ((zero is null ? 0 : f.Uniform(zero)) is not { } shift) return null;
        return x.Element == ElementType.Int8 ? (x, (int)shift) : (f.Add(new FlipSign(ElementType.Int8), x), (int)shift - 128);
    }

    private static bool Fits(int[] values) => values.All(v => v is >= sbyte.MinValue and <= sbyte.MaxValue);

    /// <summary>Constant weights without their zero point, and for each output channel what makes int8 of them when it is added.</summary>
    /// <param name="f">Knows the constants.</param>
    /// <param name="w">The weights.</param>
    /// <param name="zero">One, or one for each output channel.</param>
    /// <param name="run">Neighbouring weights of one output channel.</param>
    private static (int[] Values, int[] Excess)? Centered(Formula f, Value w, Value? zero, int run)
    {
        bool isByte = w.Element.IsByte() || w.Element.IsNarrowInteger();
        if (!isByte || (zero is not null && zero.Element != w.Element) || f.Data(w) is not { Count: > 0 } data) return null;
        if (zero is not null && f.Data(zero) is null) return null;
        int[] zeros = zero is null ? [0] : [.. Enumerable.Range(0, (int)zero.Shape.Count).Select(i => (int)f.Data(zero)!.AsDouble(i))];
        int middle = w.Element == ElementType.UInt8 ? 128 : 0;
        return ([.. Enumerable.Range(0, data.Count).Select(i => (int)data.AsDouble(i) - zeros[i / run % zeros.Length])],
            [.. Enumerable.Range(0, run == 1 ? zeros.Length : data.Count / run).Select(m => zeros[m % zeros.Length] - middle)]);
    }
}
