using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Loops;

namespace CompileModel.Kernels.Recurrent;

/// <summary>
/// The loops of <see cref="RecurrenceTemplate"/>: blocks of sequences, steps, panels of results. The state of a step is read where the step before wrote it: in the result
/// of all steps, or in the initial state.
/// </summary>
internal sealed class RecurrenceLoops(Recurrence op, int rows, PanelPacking packing, Layout x, Layout y)
{
    private readonly int steps = y.Dims[0], batch = y.Dims[1], hidden = y.Dims[2];

    /// <summary>Blocks of sequences.</summary>
    public int Units => (batch + rows - 1) / rows;

    /// <summary>Writes the kernel.</summary>
    public void Emit(RoutineBuilder b) => b.HoistConstants(() => b.ForUnits("u", u =>
    {
        int whole = batch / rows, rest = batch % rows;
        if (rest == 0) Block(b, b.Let("first", u * rows), rows);
        else if (whole == 0) Block(b, 0, rest);
        else b.If(RoutineBuilder.Compare(u, "<", whole), () => Block(b, b.Let("first", u * rows), rows), () => Block(b, whole * rows, rest));
    }));

    private void Block(RoutineBuilder b, Int first, int count)
    {
        string lastState = "out1", cellState = "out2";
        Ptr[] states = [.. Enumerable.Range(0, count).Select(r => b.Let("h", b.Pointer("in2") + (first + r) * hidden))];
        if (op.IsLstm)
            for (int r = 0; r < count; r++) Copy(b, b.Pointer("in3") + (first + r) * hidden, b.Pointer(cellState) + (first + r) * hidden);
        Int length = steps;
        if (op.HasLengths) length = b.Let("length", Int.Min(Int.Max(b.LoadInteger("given", b.Pointer($"in{op.LengthsAt}") + first), 0), steps));
        b.For("s", 0, length, s =>
        {
            var t = op.IsReverse ? b.Let("t", length - 1 - s) : s;
            var step = new RecurrenceStep(b, op, packing, hidden)
            {
                Products = [.. Enumerable.Range(0, count).Select(r => b.Let("x", b.Pointer("in0") + (t * x.Strides[0] + (first + r) * x.Strides[1])))],
                Results = [.. Enumerable.Range(0, count).Select(r => b.Let("y", b.Pointer("out0") + (t * y.Strides[0] + (first + r) * y.Strides[1])))],
                Cells = op.IsLstm ? [.. Enumerable.Range(0, count).Select(r => b.Let("c", b.Pointer(cellState) + (first + r) * hidden))] : [],
                Resets = op.Cell == RecurrentCell.Gru ? [.. Enumerable.Range(0, count).Select(r => b.Let("reset", b.Pointer(cellState) + (first + r) * hidden))] : [],
                States = states,
            };
            step.Emit();
            for (int r = 0; r < count; r++) b.Set(states[r], step.Results[r]);
        });
        for (int r = 0; r < count; r++) Copy(b, states[r], b.Pointer(lastState) + (first + r) * hidden);
        if (op.HasLengths) b.For("t", length, steps, t => Zero(b, b.Let("y", b.Pointer("out0") + (t * y.Strides[0] + first * y.Strides[1]))));
    }

    private void Copy(RoutineBuilder b, Ptr from, Ptr to) => Row(b, (i, n) => b.StorePartial(to + i, b.LoadPartial(from + i, n, "copied"), n));

    private void Zero(RoutineBuilder b, Ptr to) => Row(b, (i, n) => b.StorePartial(to + i, b.Constant(0f, "zero"), n));

    private void Row(RoutineBuilder b, Action<Int, int> body) => VectorLoops.Over(b, hidden, packing.Lanes, 1, body);
}
