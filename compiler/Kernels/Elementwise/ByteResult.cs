using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Elementwise;

/// <summary>
/// Writes results of an expression from vectors of 32-bit lanes to memory, whatever their type: float32 and int32 vector by vector, int8 and uint8 by groups of four
/// vectors, which become one vector of bytes. Quantisation at the end (QuantizeToGrid, then Cast) is one conversion to integers with saturating packs; the results are those of the two
/// steps for all numbers but NaN, for which there is no integer.
/// </summary>
/// <param name="b">where it is written; one object serves one straight piece of code or the loops inside it</param>
/// <param name="expression">what is computed; <see cref="ElementwiseKernels.SupportsVector"/></param>
/// <param name="facts">what is known of operand 0</param>
public sealed class ByteResult(RoutineBuilder b, Expression expression, SumFacts facts = default)
{
    private bool IsQuantized => QuantizeToGrid.Ends(expression);

    private PlainQuotient? _division;

    private QuantizeToGrid Quantization => (QuantizeToGrid)expression.Steps[^2].Operator;

    /// <summary>The operand that a quantisation at the end of an expression divides by, or -1.</summary>
    public static int Divisor(Expression expression)
        => expression.Steps.Count >= 2 && expression.Steps[^2] is { Operator: QuantizeToGrid { IsFactor: false } } step && step.Args[1] < expression.Operands ? step.Args[1] : -1;

    /// <summary>Makes quotients by the operand <see cref="Divisor"/>, in all lanes a number that <see cref="PlainQuotient.Serves"/>, of products. Written in front of all results.</summary>
    public void DivideBy(Vec divisor) => _division = PlainQuotient.By(b, divisor);

    /// <summary>Asks for the constants that results of integer sums take, in front of what takes them.</summary>
    public void LoadConstants()
    {
        if (facts.AreShifted || facts.AreNarrow && b.Isa.CountsInFloats)
            b.Constant(facts.ShiftValue);
    }

    /// <summary>Whether results are quotients by <see cref="DivideBy"/>: chains of which several should be on their way at a time.</summary>
    public bool Divides => _division is not null;

    private Vec Quotient(Vec x, Vec divisor) => _division is { } by ? by.Of(b, x) : b.Div(x, divisor, "scaled");

    /// <summary>Computes and stores the first <paramref name="count"/> elements, for each vector of which there are operands as vectors of <see cref="WideVectors"/>.</summary>
    public void Store(Ptr p, int count, IReadOnlyList<IReadOnlyList<Vec>> operands)
    {
        var lanes = b.Lanes(ElementType.Float32);
        if (!p.Type.IsByte())
        {
            for (var v = 0; v < operands.Count; v++)
                b.StorePartial(p + v * lanes, ElementwiseKernels.Emit(b, expression, operands[v]), Math.Min(lanes, count - v * lanes));
            return;
        }

        // The compiler of the emitted code joins what only leads to one store, in an order that a core which issues in program order waits in: two stores are left some freedom.
        var vectors = b.Target.Issue.InOrder && b.Isa.HasWideProducts ? 2 : 4;
        for (var v = 0; v < operands.Count; v += vectors)
        {
            var group = operands.Skip(v).Take(vectors).ToArray();
            b.StorePartial(p + v * lanes, Bytes(group, p.Type), Math.Min(vectors * lanes, count - v * lanes));
        }
    }

    /// <summary>The results of one to four vectors as the first lanes of a vector of int8 or uint8.</summary>
    public Vec Bytes(IReadOnlyList<IReadOnlyList<Vec>> operands, ElementType type)
        => IsQuantized ? Quantized([.. operands], type) : b.PackBytes([.. operands.Select(Word)], null, type);

    // The sum as float32 where it is shifted: conversions of integers are slow on some cores, subtractions on none.
    private IReadOnlyList<Vec> Counted(IReadOnlyList<Vec> operands)
        => facts.AreShifted ? [b.Sub(b.Bits(VectorOp.BitsToFloat32, operands[0]), b.Constant(facts.ShiftValue), "sum"), .. operands.Skip(1)] : operands;

    // Values within the type's bounds.
    private Vec Word(IReadOnlyList<Vec> operands)
    {
        var result = ElementwiseKernels.Emit(b, expression, operands);
        return result.Type == ElementType.Int32 ? result : b.Apply(VectorOp.ToInt32Truncate, result, "word");
    }

    private Vec Quantized(IReadOnlyList<Vec>[] operands, ElementType type)
    {
        var (op, args) = (Quantization, expression.Steps[^2].Args);
        var values = operands.Select(o => ElementwiseKernels.EmitSteps(b, expression, Counted(o), expression.Steps.Count - 2)).ToArray();
        var clampsBytes = b.Isa.ConvertsSaturating || facts.AreNarrow;
        var words = values.Select(v =>
        {
            var scaled = op.IsFactor ? b.Mul(v[args[0]], v[args[1]], "scaled") : Quotient(v[args[0]], v[args[1]]);
            return facts.AreNarrow && b.Isa.CountsInFloats ? b.Add(scaled, b.Constant(facts.ShiftValue), "word")
                : b.Apply(VectorOp.ToInt32Nearest, clampsBytes ? scaled : b.Min(scaled, b.Constant(op.Max - op.Zero), "scaled"), "word");
        }).ToArray();
        var zero = op.Zero - facts.ShiftedZero;
        var result = b.PackBytes(words, zero == 0 ? null : b.Constant(ElementType.Int16, zero, "zero"), type);
        var (lowest, highest) = WideVectors.Range(type);
        if (op.Min > lowest)
            result = b.Max(result, b.Constant(type, op.Min), "bytes");
        return op.Max < highest && clampsBytes ? b.Min(result, b.Constant(type, op.Max), "bytes") : result;
    }
}
