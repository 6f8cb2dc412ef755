using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Loops;
using CompileModel.Targets;

namespace CompileModel.Kernels.Reductions;

/// <summary>
/// The index (int64) of the largest or smallest value along an axis; of equal ones the first, or the last. Neighboring lines are searched together, a vector of them; else it is
/// scalar code.
/// </summary>
/// <param name="Axis">The axis, not negative.</param>
/// <param name="KeepDims">Whether the result has the axis with extent 1.</param>
/// <param name="Largest">The largest, else the smallest.</param>
/// <param name="SelectLast">The last of equal values.</param>
/// <param name="Reason">Why there is no vector code, or null.</param>
public sealed record ArgTemplate(int Axis, bool KeepDims, bool Largest, bool SelectLast, string? Reason) : KernelTemplate
{
    /// <inheritdoc/>
    public override string Family => "arg";

    /// <inheritdoc/>
    public override string? ScalarReason => Reason;

    private VectorOp Better => (Largest, SelectLast) switch
    {
        (true, false) => VectorOp.Greater,
        (true, true) => VectorOp.GreaterOrEqual,
        (false, false) => VectorOp.Less,
        _ => VectorOp.LessOrEqual,
    };

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <summary>The kernel for an operand.</summary>
    public static ArgTemplate For(TensorType x, int axis, bool keepDims, bool largest, bool selectLast)
    {
        int behind = x.Shape.ToArray()[(axis + 1)..].Aggregate(1, (a, b) => a * b);
        string? reason = x.Element != ElementType.Float32 ? $"elements of type {x.Element.ShortName()}" : behind < 4 ? "a search along neighboring elements" : null;
        return new(axis, keepDims, largest, selectLast, reason);
    }

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var lines = ReduceSpace.Of(inputs[0], outputs[0], [Axis], KeepDims).Kept;
        var isa = Isa.ForProfile(target.Isas);
        int lanes = isa.Lanes(ElementType.Float32), extent = inputs[0].Dims[Axis], stride = inputs[0].Strides[Axis];
        bool across = IsVector && isa.CanInterleave(ElementType.Float32) && lines.Rank > 0 && lines.InnerStride(0) == 1 && lines.InnerStride(1) == 1 && lines.Inner >= lanes;
        int units = across && lines.Rank == 1 ? (lines.Inner + lanes - 1) / lanes : UnitLoops.Count(lines);
        return new LoopRoutine(this, Largest ? "argmax" : "argmin", $"Arg{(Largest ? "Max" : "Min")} of {inputs[0].Type.ShortName()}{inputs[0].Dims} along axis {Axis}.", inputs, outputs, units, b => b.UseIsa(across ? isa : ScalarIsa.Instance, () => b.HoistConstants(() =>
        {
            Ptr[] operands = [b.Pointer("in0"), b.Pointer("out0")];
            if (!across) UnitLoops.Nest(b, lines, operands, p => One(b, p[0], p[1], extent, stride));
            else if (lines.Rank == 1) b.ForUnits("u", u => Block(b, u, operands));
            else b.ForUnits("u", u => VectorLoops.Nest(b, [.. lines.Dims.Skip(1).SkipLast(1)], VectorLoops.At(b, operands, lines.Strides, 0, u), [.. lines.Strides.Select(s => s.Skip(1).ToArray())], p =>
                b.For("v", 0, (lines.Inner + lanes - 1) / lanes, v => Block(b, v, p))));
        })));

        // A vector of lines; what is left of one is searched line by line.
        void Block(RoutineBuilder b, Int number, IReadOnlyList<Ptr> p)
        {
            int whole = lines.Inner / lanes, rest = lines.Inner % lanes;
            var (x, y) = (b.Let("x", p[0] + number * lanes), b.Let("y", p[1] + number * lanes));
            if (rest == 0) Many(b, x, y, extent, stride);
            else b.If(RoutineBuilder.Compare(number, "<", whole), () => Many(b, x, y, extent, stride), () => b.UseScalar(() => b.For("i", 0, rest, i => One(b, x + i, y + i, extent, stride))));
        }
    }

    private void Many(RoutineBuilder b, Ptr x, Ptr y, int extent, int stride)
    {
        var best = b.Variable("best", b.Load(x, "first"));
        Vec at = b.Zero(ElementType.Int32, "at"), index = b.Zero(ElementType.Int32, "index");
        var one = b.Constant(ElementType.Int32, 1);
        b.For("i", 1, extent, i =>
        {
            b.Set(index, VectorOp.Add, index, one);
            var v = b.Load(x + i * stride, "v");
            var better = b.Apply(Better, v, best, "better");
            b.Set(best, b.Select(better, v, best, "chosen"));
            b.Set(at, b.Select(b.MaskAs(better, ElementType.Int32), index, at, "chosen"));
        });
        // An int64 is its lower half and, little-endian, a half of zeros behind it.
        b.StoreInterleaved(b.Cast("halves", y, ElementType.Float32), [b.Apply(VectorOp.BitsToFloat32, at, "low"), b.Constant(ElementType.Float32, 0)]);
    }

    private void One(RoutineBuilder b, Ptr x, Ptr y, int extent, int stride)
    {
        var best = b.Variable("best", FloatStorage.Load(b, x));
        var at = b.Let("at", 0);
        b.For("i", 1, extent, i =>
        {
            var v = FloatStorage.Load(b, x + i * stride);
            b.If(b.Apply(Better, v, best, "better"), () =>
            {
                b.Set(best, v);
                b.Set(at, i);
            });
        });
        b.StoreInteger(y, at);
    }
}
