using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Loops;

namespace CompileModel.Kernels.Elementwise;

/// <summary>
/// The loops of an elementwise kernel. Operands that are dense together become one flat loop whose units are blocks of vectors; otherwise the outermost loop is the
/// unit and the innermost runs over vectors, where there are bytes over groups of four vectors. Operands that are broadcast along the innermost loop are read once in front of it.
/// </summary>
/// <param name="body">The expression.</param>
/// <param name="space">Loops and strides of the operands, the result last.</param>
/// <param name="isa">Scalar, or the target's vectors.</param>
/// <param name="hasBytes">Whether an operand or the result has elements of one byte that vectors take.</param>
/// <param name="hasPlainDivisor">Whether a quantisation at the end divides by one number that <see cref="PlainQuotient.Serves"/>.</param>
internal sealed class ElementwiseLoops(Expression body, IterationSpace space, Isa isa, bool hasBytes, bool hasPlainDivisor)
{
    // Registers left to what a quotient takes besides its vector.
    private const int ForConstants = 8;

    private readonly int lanes = isa.Lanes(ElementType.Float32) * (hasBytes ? 4 : 1);
    // Cheap bodies are bound by the loop, long ones have enough independent work and would only grow the code.
    private readonly int unroll = !hasBytes && body.Steps.Count <= 3 && !body.Steps.Any(s => s.Operator is not (BinaryOperator or IR.Operators.Relu or IR.Operators.Clamp)) ? 4 : 1;

    private int Block => lanes * unroll;

    /// <summary>Units of work.</summary>
    public int Units => space.Rank == 0 ? 1 : space.Rank == 1 ? (space.Inner + Block - 1) / Block : space.Dims[0];

    /// <summary>Writes the kernel.</summary>
    public void Emit(RoutineBuilder b) => b.UseIsa(isa, () => b.HoistConstants(() =>
    {
        var operands = Enumerable.Range(0, body.Operands).Select(i => b.Pointer($"in{i}")).Append(b.Pointer("out0")).ToArray();
        if (space.Rank == 0) Element(b, operands);
        else if (space.Rank == 1) Flat(b, operands);
        else b.ForUnits("u", u => VectorLoops.Nest(b, [.. space.Dims.Skip(1).SkipLast(1)], VectorLoops.At(b, operands, space.Strides, 0, u),
            [.. space.Strides.Select(s => s.Skip(1).ToArray())], p => Row(b, p)));
    }));

    private void Flat(RoutineBuilder b, IReadOnlyList<Ptr> operands)
    {
        int whole = space.Inner / Block, rest = space.Inner % Block;
        var broadcast = Broadcasts(b, operands);
        var last = rest == 0 ? b.To : b.Let("last", Int.Min(b.To, whole));
        if (whole > 0)
        {
            b.For("u", b.From, last, u =>
            {
                var at = VectorLoops.At(b, operands, [.. space.Strides.Select(s => new[] { s[0] * Block })], 0, u);
                for (int v = 0; v < unroll; v++) Step(b, at, broadcast, v * lanes, lanes);
            });
        }
        if (rest == 0) return;
        b.If(RoutineBuilder.Compare(b.To, ">", whole), () =>
        {
            for (int i = 0; i < rest; i += lanes) Step(b, [.. operands.Select((p, o) => p + whole * Block * space.Strides[o][0])], broadcast, i, Math.Min(lanes, rest - i));
        });
    }

    private void Row(RoutineBuilder b, IReadOnlyList<Ptr> operands)
    {
        var broadcast = Broadcasts(b, operands);
        VectorLoops.Over(b, space.Inner, lanes, unroll, (i, count) => Step(b, operands, broadcast, i, count));
    }

    private void Element(RoutineBuilder b, IReadOnlyList<Ptr> operands) =>
        b.UseScalar(() => b.HoistConstants(() => FloatStorage.Store(b, operands[^1], ElementwiseKernels.Emit(b, body, [.. operands.SkipLast(1).Select(p => FloatStorage.Load(b, p))]))));

    private (ByteResult Result, Vec?[] Operands) Broadcasts(RoutineBuilder b, IReadOnlyList<Ptr> operands)
    {
        Vec?[] values = [.. operands.SkipLast(1).Select((p, o) => space.InnerStride(o) != 0 ? (Vec?)null : isa == ScalarIsa.Instance ? FloatStorage.Load(b, p) : WideVectors.LoadBroadcast(b, p))];
        var result = new ByteResult(b, body);
        if (hasPlainDivisor && hasBytes && isa != ScalarIsa.Instance && values[ByteResult.Divisor(body)] is { } divisor)
            result.DivideBy(divisor);
        return (result, values);
    }

    private void Step(RoutineBuilder b, IReadOnlyList<Ptr> operands, (ByteResult Result, Vec?[] Operands) broadcast, Int index, int count)
    {
        var to = operands[^1] + index * space.InnerStride(body.Operands);
        if (isa == ScalarIsa.Instance)
        {
            FloatStorage.Store(b, to, ElementwiseKernels.Emit(b, body, [.. operands.SkipLast(1).Select((p, o) => broadcast.Operands[o] ?? FloatStorage.Load(b, p + index * space.InnerStride(o)))]));
            return;
        }
        if (broadcast.Result.Divides)
            b.Scheduled(b.Target.VectorRegisters - ForConstants, splitLoads: false, () => Vectors(b, operands, broadcast, index, to, count));
        else
            Vectors(b, operands, broadcast, index, to, count);
    }

    private void Vectors(RoutineBuilder b, IReadOnlyList<Ptr> operands, (ByteResult Result, Vec?[] Operands) broadcast, Int index, Ptr to, int count)
    {
        int vectors = (count + isa.Lanes(ElementType.Float32) - 1) / isa.Lanes(ElementType.Float32);
        var values = operands.SkipLast(1).Select((p, o) => broadcast.Operands[o] is { } same ? [.. Enumerable.Repeat(same, vectors)] : WideVectors.Load(b, p + index * space.InnerStride(o), count)).ToArray();
        broadcast.Result.Store(to, count, [.. Enumerable.Range(0, vectors).Select(v => values.Select(o => o[v]).ToArray())]);
    }
}
