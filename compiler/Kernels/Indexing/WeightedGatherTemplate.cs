using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Isas;
using CompileModel.Kernels.Loops;
using CompileModel.Kernels.Movement;
using CompileModel.Targets;

namespace CompileModel.Kernels.Indexing;

/// <summary>
/// Weighted sums of rows chosen by data, or rows copied. Operands: rows [N,S,C], indexes [N,T,P], weights [N,T,P] (when weighted), a row of zeros [C] that stands for
/// negative indexes. A unit is a point: its taps are read once for up to <see cref="MostVectors"/> vectors of channels.
/// </summary>
/// <param name="Taps">Rows of one sum.</param>
/// <param name="Channels">Elements of a row.</param>
/// <param name="Weighted">Whether there are weights.</param>
/// <param name="Type">Element type.</param>
public sealed record WeightedGatherTemplate(int Taps, int Channels, bool Weighted, ElementType Type) : KernelTemplate
{
    private const int MostVectors = 8;
    // More taps than this run in a loop.
    private const int UnrolledTaps = 4;

    /// <inheritdoc/>
    public override string Family => "gather";

    /// <inheritdoc/>
    public override string? ScalarReason => !Weighted ? null : Type != ElementType.Float32 ? $"elements of type {Type.ShortName()}" : Channels <= 2 ? "too few channels for vectors" : null;

    /// <inheritdoc/>
    public override bool AcceptsView(int operand) => true;

    /// <inheritdoc/>
    public override Routine Bind(TargetProfile target, IReadOnlyList<Layout> inputs, IReadOnlyList<Layout> outputs)
    {
        var isa = IsVector ? Isa.ForProfile(target.Isas) : ScalarIsa.Instance;
        return new LoopRoutine(this, "gather_weighted", $"Sums of {Taps} rows of {Channels} chosen by data.", inputs, outputs, inputs[1].Dims[0] * inputs[1].Dims[2],
            b => b.UseIsa(isa, () => b.HoistConstants(() => b.ForUnits("u", u => Point(b, inputs, outputs[0], u)))));
    }

    private void Point(RoutineBuilder b, IReadOnlyList<Layout> inputs, Layout output, Int unit)
    {
        var (x, index) = (inputs[0], inputs[1]);
        bool one = index.Dims[0] == 1;
        var n = one ? 0 : b.Let("n", unit / index.Dims[2]);
        var p = one ? unit : b.Let("p", unit - n * index.Dims[2]);
        var rows = x.Dims[0] == 1 ? b.Pointer("in0") : b.Let("rows", b.Pointer("in0") + n * x.Strides[0]);
        var places = b.Let("places", b.Pointer("in1") + (n * index.Strides[0] + p * index.Strides[2]));
        var to = b.Let("to", b.Pointer("out0") + (n * output.Strides[0] + p * output.Strides[1]));
        if (!Weighted)
        {
            new StridedCopy([Channels], [x.Strides[2]], [output.Strides[2]]).Emit(b, Row(b, x, rows, places, b.Pointer("in2")), to);
            return;
        }
        var weights = b.Let("weights", b.Pointer("in2") + (n * inputs[2].Strides[0] + p * inputs[2].Strides[2]));
        int lanes = b.Lanes(Type), block = lanes * MostVectors, whole = Channels / block * block;
        b.For("c", 0, whole, block, c => Block(c, block));
        if (whole < Channels) b.Scope(() => Block(whole, Channels - whole));

        void Block(Int first, int count)
        {
            var sums = Enumerable.Range(0, (count + lanes - 1) / lanes).Select(_ => b.Zero(Type, "sum")).ToArray();
            void Tap(Int t)
            {
                var row = Row(b, x, rows, places + t * index.Strides[1], b.Pointer("in3")) + first;
                var weight = b.LoadBroadcast(weights + t * inputs[2].Strides[1], "weight");
                for (int v = 0; v < sums.Length; v++) b.FmaInto(sums[v], b.LoadPartial(row + v * lanes, Math.Min(lanes, count - v * lanes), "x"), weight);
            }
            if (Taps > UnrolledTaps) b.For("t", 0, Taps, Tap);
            else for (int t = 0; t < Taps; t++) Tap(t);
            for (int v = 0; v < sums.Length; v++) b.StorePartial(to + (first + v * lanes), sums[v], Math.Min(lanes, count - v * lanes));
        }
    }

    private static Ptr Row(RoutineBuilder b, Layout x, Ptr rows, Ptr place, Ptr zeros)
    {
        var row = b.LoadInteger("row", place);
        return b.Choose("from", RoutineBuilder.Compare(row, "<", 0), zeros, rows + Int.Min(row, x.Dims[1] - 1) * x.Strides[1]);
    }
}
