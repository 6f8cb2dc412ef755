using CompileModel.IR;
using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Winograd;

/// <summary>Images of bytes as integers: exact, by twice as many lanes along the rows, and without the zero point of each value.</summary>
public sealed partial record InputTransform
{
    // Registers left to constants where a core issues in order.
    private const int ForConstants = 8;

    // Rows of bytes to int16. A constant has a part at the point 1 alone, so the zero point is subtracted there.
    private void WidenRows(RoutineBuilder b, IntegerTransform integers)
    {
        var (rows, columns) = (Form.Lines(Phase.Row), Form.Lines(Phase.Column));
        var (from, to) = (b.Let("from", b.Pointer("x")), b.Let("to", b.Pointer("buffer")));
        b.Repeat("r", rows, () =>
        {
            Widened(b, integers, columns, c => b.LoadHalf(from + c * ColumnStride, Count, "d"), (code, c, value) =>
            {
                var centered = Zero == 0 || c != 1 ? value : code.Apply([value], v => b.Sub(v[0], b.Constant(ElementType.Int16, Zero * integers.OfOnes), "centered"));
                code.Store(centered, result => b.Store(to + c * Lanes, result));
            });
            b.Advance(from, RoutineBuilder.Integer("row"));
            b.Advance(to, columns * Lanes);
        });
    }

    // Columns of int16 to float32, those of all lower halves and then those of the upper ones.
    private void WidenColumns(RoutineBuilder b, IntegerTransform integers)
    {
        var (rows, columns, half) = (Form.Lines(Phase.Row), Form.Lines(Phase.Column), Lanes / 2);
        var (place, from, to) = (RoutineBuilder.Integer("place"), b.Let("from", b.Pointer("buffer")), b.Let("to", b.Pointer("v")));
        b.Repeat("half", (Count + half - 1) / half, () =>
        {
            b.Comment("Along the columns.");
            var column = b.Let("column", from);
            var places = new PlacePointers(b, "p", to, rows, b.Let("placeRow", place * Form.Tile));
            b.Repeat("c", columns, () =>
            {
                Widened(b, integers, rows, r => b.LoadHalf(column + r * columns * Lanes, "d"), (code, r, value)
                    => code.Store(code.Apply([value], v => b.Apply(VectorOp.ToFloat32, v[0], "number")), result => b.Store(places[r], result)));
                b.Advance(column, Lanes);
                places.Advance(place);
            });
            b.Advance(from, half);
            b.Advance(to, half);
        });
    }

    private static void Widened(RoutineBuilder b, IntegerTransform integers, int values, Func<int, Vec> load, Action<StraightLine, int, int> store)
    {
        void Write()
        {
            var code = new StraightLine(b);
            integers.Write(code, [.. Enumerable.Range(0, values).Select(i => code.Load(() => load(i)))], (i, value) => store(code, i, value));
            code.Write(isOrdered: true);
        }
        if (b.Target.Issue.InOrder)
            b.ScheduledByPath(b.Target.VectorRegisters - ForConstants, () => [], Write);
        else
            Write();
    }
}
