using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Elementwise.Functions;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Loops;

namespace CompileModel.Kernels.Reductions;

/// <summary>
/// The loops of softmax: three passes over a line (maximum; exponentials and their sum; division). Vectors run along the line when it is contiguous, or across
/// neighboring lines; else it is scalar code.
/// </summary>
internal sealed class SoftmaxLoops(IterationSpace lines, int length, int inStep, int outStep, bool log, ElementType type, Isa isa)
{
    private readonly int lanes = isa.Lanes(ElementType.Float32);

    private bool IsVector => isa != ScalarIsa.Instance && type == ElementType.Float32;

    private bool Along => IsVector && inStep == 1 && outStep == 1 && length > 1;

    private bool Across => IsVector && !Along && lines.Rank > 0 && lines.InnerStride(0) == 1 && lines.InnerStride(1) == 1;

    /// <summary>Units of work: blocks of neighboring lines, or the outermost loop over lines.</summary>
    public int Units => lines.Rank == 0 ? 1 : lines.Rank == 1 && Across ? (lines.Inner + lanes - 1) / lanes : lines.Dims[0];

    /// <summary>Writes the kernel.</summary>
    public void Emit(RoutineBuilder b) => b.UseIsa(Along || Across ? isa : ScalarIsa.Instance, () => b.HoistConstants(() =>
    {
        Ptr[] operands = [b.Pointer("in0"), b.Pointer("out0")];
        if (lines.Rank == 0) Line(b, operands[0], operands[1], 1);
        else if (Across && lines.Rank == 1) Blocks(b, operands, b.From, b.To);
        else b.ForUnits("u", u => VectorLoops.Nest(b, [.. lines.Dims.Skip(1).SkipLast(Across ? 1 : 0)], VectorLoops.At(b, operands, lines.Strides, 0, u), [.. lines.Strides.Select(s => s.Skip(1).ToArray())], p =>
        {
            if (Across) Blocks(b, p, 0, (lines.Inner + lanes - 1) / lanes);
            else Line(b, p[0], p[1], 1);
        }));
    }));

    private void Blocks(RoutineBuilder b, IReadOnlyList<Ptr> p, Int from, Int to)
    {
        int whole = lines.Inner / lanes, rest = lines.Inner % lanes;
        if (whole > 0)
            b.For("v", from, rest == 0 ? to : Int.Min(to, whole), v => Line(b, b.Let("x", p[0] + v * lanes), b.Let("y", p[1] + v * lanes), lanes));
        if (rest == 0) return;
        void Last() => Line(b, p[0] + whole * lanes, p[1] + whole * lanes, rest);
        if (to.Constant is not null) b.Scope(Last);
        else b.If(RoutineBuilder.Compare(to, ">", whole), Last);
    }

    private void Line(RoutineBuilder b, Ptr x, Ptr y, int width)
    {
        if (Along)
        {
            VectorLine(b, x, y);
            return;
        }
        var computed = FloatStorage.Computed(type);
        var max = Fold(b, VectorOp.Max, b.Constant(computed, double.NegativeInfinity), i => Load(b, x + i * inStep, width));
        var sum = Fold(b, VectorOp.Add, b.Constant(computed, 0), i =>
        {
            var e = Exponential.ExpBounded(b, b.Sub(Load(b, x + i * inStep, width), max, "d"));
            if (!log) Store(b, y + i * outStep, e, width);
            return e;
        });
        var last = Last(b, sum);
        b.For("i", 0, length, i => Store(b, y + i * outStep, log ? b.Sub(b.Sub(Load(b, x + i * inStep, width), max, "d"), last, "y") : b.Mul(Load(b, y + i * outStep, width), last, "y"), width));
    }

    /// <summary>Along a line: whole vectors, then the rest of it as a part of one.</summary>
    private void VectorLine(RoutineBuilder b, Ptr x, Ptr y)
    {
        int whole = length / lanes * lanes, rest = length - whole;
        var max = b.Variable("max", whole > 0 ? b.Load(x, "x") : b.LoadBroadcast(x, "x"));
        if (whole > 0)
        {
            b.For("i", lanes, whole, lanes, i => b.Set(max, VectorOp.Max, max, b.Load(x + i, "x")));
            // The last vector may begin among elements that were seen: a maximum does not mind.
            if (rest > 0) b.Set(max, VectorOp.Max, max, b.Load(x + (length - lanes), "x"));
            b.Set(max, b.Reduce(VectorOp.Max, max, "joined"));
        }
        else
        {
            for (int i = 1; i < rest; i++) b.Set(max, VectorOp.Max, max, b.LoadBroadcast(x + i, "x"));
        }

        Vec Power(Vec v) => Exponential.ExpBounded(b, b.Sub(v, max, "d"));
        var sum = b.Zero(ElementType.Float32, "sum");
        b.For("i", 0, whole, lanes, i =>
        {
            var e = Power(b.Load(x + i, "x"));
            if (!log) b.Store(y + i, e);
            b.Set(sum, VectorOp.Add, sum, e);
        });
        if (rest > 0 && !log)
        {
            b.StorePartial(y + whole, Power(b.LoadPartial(x + whole, rest, "x")), rest);
            // Read again, the lanes behind the end are zeros.
            b.Set(sum, VectorOp.Add, sum, b.LoadPartial(y + whole, rest, "e"));
        }
        b.Set(sum, b.Reduce(VectorOp.Add, sum, "joined"));
        if (log) b.For("i", whole, length, i => b.Set(sum, VectorOp.Add, sum, Power(b.LoadBroadcast(x + i, "x"))));
        var last = Last(b, sum);
        void Finish(Int i, int n) =>
            b.StorePartial(y + i, log ? b.Sub(b.Sub(b.LoadPartial(x + i, n, "x"), max, "d"), last, "y") : b.Mul(b.LoadPartial(y + i, n, "e"), last, "y"), n);
        b.For("i", 0, whole, lanes, i => Finish(i, lanes));
        if (rest > 0) Finish(whole, rest);
    }

    private Vec Last(RoutineBuilder b, Vec sum) => log ? Logarithm.Log(b, sum) : b.Div(b.Constant(FloatStorage.Computed(type), 1), sum, "inverse");

    private Vec Fold(RoutineBuilder b, VectorOp op, Vec neutral, Func<Int, Vec> value)
    {
        var sum = b.Variable("sum", neutral);
        b.For("i", 0, length, i => b.Set(sum, op, sum, value(i)));
        return sum;
    }

    private static Vec Load(RoutineBuilder b, Ptr p, int width) => b.Isa == ScalarIsa.Instance ? FloatStorage.Load(b, p) : b.LoadPartial(p, width, "x");

    private static void Store(RoutineBuilder b, Ptr p, Vec v, int width)
    {
        if (b.Isa == ScalarIsa.Instance) FloatStorage.Store(b, p, v);
        else b.StorePartial(p, v, width);
    }
}
