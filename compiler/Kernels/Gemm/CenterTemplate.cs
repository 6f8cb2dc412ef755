using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Loops;
using CompileModel.Kernels.Movement;
using CompileModel.Targets;

namespace CompileModel.Kernels.Gemm;

/// <summary>Bytes as 16-bit integers without their zero point, with a border of zeros: x[...] int8 to [...] int16. Operands: x; the result is dense.</summary>
/// <param name="Begins">elements added in front, for each axis</param>
/// <param name="Ends">elements added behind</param>
/// <param name="Zero">the zero point, -128..127</param>
public sealed record CenterTemplate(Ints Begins, Ints Ends, int Zero) : KernelTemplate
{
    private const int Unroll = 2;

    /// <inheritdoc/>
    public override string Family => "center";

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => operand == 0;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var (x, y) = (inputs[0], outputs[0]);

        // Axes behind the last border are rows of one length, if x has no gaps there.
        var inner = x.Rank;
        while (inner > 0 && x.AreMerged(inner - 1, x.Rank) && (inner == x.Rank || Begins[inner] + Ends[inner] == 0))
            inner--;
        var outer = Enumerable.Range(0, inner).ToArray();
        return new LoopRoutine(this, "center", $"Bytes{(Zero == 0 ? "" : $" minus {Zero}")} as 16-bit integers, with a border of {Begins} and {Ends}.", inputs, outputs,
            outer.Length == 0 ? 1 : y.Dims[outer.First(d => y.Dims[d] > 1 || d == outer[^1])], b => b.HoistConstants(() => Axis(b, x, y, 0, inner, b.Pointer("in0"), b.Pointer("out0"), true)));
    }

    // Indexes of an axis: of the outermost one that has several, those of the units.
    private void Axis(RoutineBuilder b, Layout x, Layout y, int axis, int inner, Ptr from, Ptr to, bool isUnit)
    {
        if (axis == inner)
        {
            Row(b, x, y, axis, from, to);
            return;
        }
        if (isUnit && y.Dims[axis] == 1 && axis + 1 < inner)
        {
            Axis(b, x, y, axis + 1, inner, from, to, true);
            return;
        }
        var (begin, size) = (Begins[axis], x.Dims[axis]);
        void Part(int first, int count, Action<Int> body)
        {
            if (count > 0)
                b.For("i", isUnit ? Int.Max(b.From, first) : first, isUnit ? Int.Min(b.To, first + count) : first + count, body);
        }
        void Border(int first, int count) => Part(first, count, i => b.Scope(() => Runs.Fill(b, b.Let("border", to + i * y.Strides[axis]), y.Strides[axis], FillValue.Of(0))));
        Border(0, begin);
        Part(begin, size, i => Axis(b, x, y, axis + 1, inner, b.Let("source", from + (i - begin) * x.Strides[axis]), b.Let("target", to + i * y.Strides[axis]), false));
        Border(begin + size, Ends[axis]);
    }

    // All axes from one on: a border, contiguous elements, a border.
    private void Row(RoutineBuilder b, Layout x, Layout y, int axis, Ptr from, Ptr to)
    {
        var rest = x.Dims.Skip(axis).Aggregate(1, (a, d) => a * d);
        var step = axis < x.Rank ? rest / x.Dims[axis] : 1;
        var (begin, end) = axis < x.Rank ? (Begins[axis] * step, Ends[axis] * step) : (0, 0);
        if (begin > 0)
            b.Scope(() => Runs.Fill(b, to, begin, FillValue.Of(0)));
        Widen(b, from, to + begin, rest);
        if (end > 0)
            b.Scope(() => Runs.Fill(b, to + (begin + rest), end, FillValue.Of(0)));
    }

    private void Widen(RoutineBuilder b, Ptr from, Ptr to, int count)
    {
        var lanes = b.Lanes(ElementType.Int16);
        void Vector(Int at)
        {
            var wide = b.LoadWidened(from + at, ElementType.Int16, "wide");
            b.Store(to + at, Zero == 0 ? wide : b.Sub(wide, b.Constant(ElementType.Int16, Zero), "centered"));
        }
        if (count >= lanes)
        {
            VectorLoops.Over(b, count / lanes * lanes, lanes, Unroll, (i, _) => Vector(i));
            if (count % lanes > 0)
                b.Scope(() => Vector(count - lanes));
            return;
        }
        b.UseScalar(() => b.For("j", 0, count, j =>
        {
            var wide = b.ConvertScalar(b.Load(from + j, "narrow"), ElementType.Int16, "wide");
            b.Store(to + j, Zero == 0 ? wide : b.Sub(wide, b.Constant(ElementType.Int16, Zero), "centered"));
        }));
    }
}
