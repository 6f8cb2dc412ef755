using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Loops;

namespace CompileModel.Kernels.Elementwise;

/// <summary>
/// The loops of an elementwise kernel. Operands that are dense together become one flat loop whose units are blocks of vectors; otherwise the outermost loop is the
/// unit and the innermost runs over vectors. Operands that are broadcast along the innermost loop are read once in front of it.
/// </summary>
/// <param name="body">The expression.</param>
/// <param name="space">Loops and strides of the operands, the result last.</param>
/// <param name="isa">Scalar, or the target's vectors.</param>
internal sealed class ElementwiseLoops(Expression body, IterationSpace space, Isa isa)
{
    private readonly int lanes = isa.Lanes(ElementType.Float32);
    // Cheap bodies are bound by the loop, long ones have enough independent work and would only grow the code.
    private readonly int unroll = body.Steps.Count <= 3 && !body.Steps.Any(s => s.Operator is not (BinaryOperator or IR.Operators.Relu or IR.Operators.Clamp)) ? 4 : 1;

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
        b.UseScalar(() => b.HoistConstants(() => Store(b, operands[^1], ElementwiseKernels.Emit(b, body, [.. operands.SkipLast(1).Select(p => FloatStorage.Load(b, p))]), 1)));

    private Vec?[] Broadcasts(RoutineBuilder b, IReadOnlyList<Ptr> operands) =>
        [.. operands.SkipLast(1).Select((p, o) => space.InnerStride(o) != 0 ? (Vec?)null : isa == ScalarIsa.Instance ? FloatStorage.Load(b, p) : b.LoadBroadcast(p, "s"))];

    private void Step(RoutineBuilder b, IReadOnlyList<Ptr> operands, Vec?[] broadcast, Int index, int count)
    {
        var values = operands.SkipLast(1).Select((p, o) => broadcast[o] ?? Load(b, p + index * space.InnerStride(o), count)).ToArray();
        Store(b, operands[^1] + index * space.InnerStride(body.Operands), ElementwiseKernels.Emit(b, body, values), count);
    }

    private Vec Load(RoutineBuilder b, Ptr p, int count) => isa == ScalarIsa.Instance ? FloatStorage.Load(b, p) : b.LoadPartial(p, count, "x");

    private void Store(RoutineBuilder b, Ptr p, Vec v, int count)
    {
        if (b.Isa == ScalarIsa.Instance) FloatStorage.Store(b, p, v);
        else b.StorePartial(p, v, count);
    }
}
