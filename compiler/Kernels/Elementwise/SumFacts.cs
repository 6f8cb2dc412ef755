using CompileModel.IR;
using CompileModel.IR.Operators;

namespace CompileModel.Kernels.Elementwise;

/// <summary>What is known when compiling of sums that an epilogue makes bytes of: it makes conversions cheap without changing a result.</summary>
/// <param name="AreShifted">whether the bias holds <see cref="Shift"/> too, so that the bits of a sum are those of the float32 <see cref="ShiftValue"/> plus the sum</param>
/// <param name="AreNarrow">whether numbers that the last step rounds lie within int16, with any zero point too</param>
/// <param name="ShiftedZero">what is part of <see cref="Shift"/>: a zero point that is even, so that halves are rounded as without it</param>
public readonly record struct SumFacts(bool AreShifted, bool AreNarrow, int ShiftedZero = 0)
{
    // 1.5 * 2^23 and its bits: neighbors are 1 apart from half of it below to as much above.
    private const int Center = 12582912, CenterBits = 0x4B400000;

    private const double LargestShifted = (1 << 22) - 256, LargestNarrow = 32500;

    /// <summary>The bits of <see cref="ShiftValue"/>.</summary>
    public int Shift => CenterBits + ShiftedZero;

    /// <summary>A number whose neighbors far around are 1 apart: the lower bits of its sum with another number are those of that number rounded half to even, plus <see cref="ShiftedZero"/>.</summary>
    public float ShiftValue => Center + ShiftedZero;

    /// <summary>Whether the last step divides by a number that <see cref="PlainQuotient.Serves"/>.</summary>
    public bool HasPlainDivisor { get; init; }

    /// <summary>For names of routines.</summary>
    public string Suffix => (AreShifted ? "_shifted" : "") + (AreNarrow ? "_narrow" : "") + (HasPlainDivisor ? "_plain" : "");

    /// <summary>The facts for an epilogue of sums of float32, which may be any number.</summary>
    public static SumFacts OfReals(LoweringContext c, Expression epilogue, IReadOnlyList<int> extras) => Of(c, epilogue, extras, [double.PositiveInfinity]);

    /// <summary>The facts for an epilogue of a product.</summary>
    /// <param name="c">the node</param>
    /// <param name="epilogue">its operand 0 is the sum</param>
    /// <param name="extras">the node's operands that are operands 1.. of the epilogue</param>
    /// <param name="largest">for each column the largest magnitude of a sum</param>
    public static SumFacts Of(LoweringContext c, Expression epilogue, IReadOnlyList<int> extras, double[] largest)
    {
        if (!c.OutputType().Element.IsByte() || !QuantizeToGrid.Ends(epilogue))
            return default;
        var readsFloats = epilogue.Steps.All(s => !s.Args.Contains(0) || s.Operator is Cast { To: ElementType.Float32 } or Dequantize);
        var countsInFloats = Isas.Isa.ForProfile(c.Target.Isas).CountsInFloats;
        var isShifted = countsInFloats && readsFloats && largest.All(l => l < LargestShifted);
        var magnitudes = new List<double[]> { largest };
        magnitudes.AddRange(extras.Select(e => Magnitude(c, e, largest.Length)));
        foreach (var step in epilogue.Steps.SkipLast(2))
            magnitudes.Add(Magnitude(step.Operator, [.. step.Args.Select(a => magnitudes[a])]));
        var rounded = epilogue.Steps[^2];
        var quantization = (QuantizeToGrid)rounded.Operator;
        var divisor = ByteResult.Divisor(epilogue);
        var isPlain = divisor > 0 && PlainQuotient.Serves(quantization, c.Constant(extras[divisor - 1]));
        var isNarrow = (quantization.IsFactor || isPlain)
            && Each(magnitudes[rounded.Args[0]], magnitudes[rounded.Args[1]], (x, scale) => quantization.IsFactor ? x * scale : x / scale).All(m => m < LargestNarrow);
        var zero = quantization.Zero;
        return new SumFacts(isShifted, isNarrow, isNarrow && countsInFloats && zero % 2 == 0 ? (int)zero : 0) { HasPlainDivisor = isPlain };
    }

    /// <summary>A bias for such sums.</summary>
    public int[] Bias(int[] bias) => AreShifted ? Array.ConvertAll(bias, Shifted) : bias;

    private int Shifted(int bias) => bias + Shift;

    // Of an operand: one number for each column, or one for all.
    private static double[] Magnitude(LoweringContext c, int operand, int columns)
    {
        var type = c.InputType(operand);
        if (type.Element.IsByte())
            return [type.Element == ElementType.Int8 ? 128 : 255];
        if (type.Element != ElementType.Float32 || c.Constant(operand) is not { } data)
            return [double.PositiveInfinity];
        var values = data.Span<float>().ToArray().Select(v => Math.Abs((double)v)).ToArray();
        return values.Length == 1 || (values.Length == columns && type.Shape[^1] == columns) ? values : [values.DefaultIfEmpty().Max()];
    }

    private static double[] Magnitude(ElementwiseOperator op, double[][] args) => op switch
    {
        Cast or Relu => args[0],
        Mul => Product(args[0], args[1]),
        Add or Sub => Each(args[0], args[1], (a, b) => a + b),
        Dequantize d => Each(args[0], args[1], (a, b) => (a + Math.Abs(d.Zero)) * b),
        QuantizeToGrid q => [Math.Max(Math.Abs(q.Min), Math.Abs(q.Max))],
        Clamp clamp => [.. args[0].Select(a => Math.Min(Math.Max(Math.Abs(clamp.Min), Math.Abs(clamp.Max)), Math.Max(a, Math.Max(clamp.Min, -clamp.Max))))],
        _ => [double.PositiveInfinity],
    };

    private static double[] Product(double[] a, double[] b) => Each(a, b, (x, y) => x * y);

    private static double[] Each(double[] a, double[] b, Func<double, double, double> f)
        => [.. Enumerable.Range(0, Math.Max(a.Length, b.Length)).Select(i => f(a[i % a.Length], b[i % b.Length]))];
}
