using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Elementwise.Functions;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Loops;

namespace CompileModel.Kernels.Reductions;

/// <summary>
/// The loops of softmax: three passes over a line (maximum; exponentials and their sum; division). Vectors run along the line when it is contiguous and long enough, or across
/// neighboring lines; else it is scalar code.
/// </summary>
internal sealed class SoftmaxLoops(IterationSpace lines, int length, int inStep, int outStep, bool log, ElementType type, Isa isa)
{
    private readonly int lanes = isa.Lanes(ElementType.Float32);

    private bool IsVector => isa != ScalarIsa.Instance && type == ElementType.Float32;

    private bool Along => IsVector && inStep == 1 && outStep == 1 && length >= lanes;

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
        var computed = FloatStorage.Computed(type);
        var max = Fold(b, VectorOp.Max, b.Constant(computed, double.NegativeInfinity), (i, n) => Load(b, x + i * inStep, n, width));
        var sum = Fold(b, VectorOp.Add, b.Constant(computed, 0), (i, n) =>
        {
            var e = Exponential.ExpBounded(b, b.Sub(Load(b, x + i * inStep, n, width), max, "d"));
            if (!log) Store(b, y + i * outStep, e, n, width);
            return e;
        });
        var last = log ? Logarithm.Log(b, sum) : b.Div(b.Constant(computed, 1), sum, "inverse");
        Each(b, (i, n) => Store(b, y + i * outStep, log ? b.Sub(b.Sub(Load(b, x + i * inStep, n, width), max, "d"), last, "y") : b.Mul(Load(b, y + i * outStep, n, width), last, "y"), n, width));
    }

    // Along a line the body gets whole vectors first, then the rest one at a time in all lanes; else every element.
    private int Whole => Along ? length / lanes * lanes : 0;

    private void Each(RoutineBuilder b, Action<Int, int> body)
    {
        b.For("i", 0, Whole, lanes, i => body(i, lanes));
        b.For("i", Whole, length, i => body(i, 1));
    }

    private Vec Fold(RoutineBuilder b, VectorOp op, Vec neutral, Func<Int, int, Vec> value)
    {
        var sum = b.Variable("sum", neutral);
        b.For("i", 0, Whole, lanes, i => b.Set(sum, op, sum, value(i, lanes)));
        if (Along) b.Set(sum, b.Reduce(op, sum, "joined"));
        b.For("i", Whole, length, i => b.Set(sum, op, sum, value(i, 1)));
        return sum;
    }

    private Vec Load(RoutineBuilder b, Ptr p, int n, int width) =>
        b.Isa == ScalarIsa.Instance ? FloatStorage.Load(b, p) : !Along ? b.LoadPartial(p, width, "x") : n == 1 ? b.LoadBroadcast(p, "x") : b.Load(p, "x");

    private void Store(RoutineBuilder b, Ptr p, Vec v, int n, int width)
    {
        if (b.Isa == ScalarIsa.Instance) FloatStorage.Store(b, p, v);
        else if (!Along) b.StorePartial(p, v, width);
        else if (n == 1) b.StoreFirst(p, v);
        else b.Store(p, v);
    }
}
