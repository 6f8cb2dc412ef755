using CompileModel.Kernels.Builder;

namespace CompileModel.Kernels.Gemm;

/// <summary>Tiles of widening products.</summary>
public sealed partial record GemmTile
{
    // The sums begin with the first products; the bias comes last.
    private void WideningTile(RoutineBuilder b, Ptr firstRow, Ptr w, Ptr c, Ptr[] extras)
    {
        var a = new RowPointers(b, firstRow, Rows, WideningLoop.RowsPerPointer);
        var loop = new WideningLoop(b, this, a, w);
        AllRuns(b, a, loop.Run);
        Finish(b, () => loop.Sums(HasBias ? b.Pointer("bias") : null), c, extras, 0, () => loop.Vectors);
    }

    // The end of a tile loads what the next one begins with; that of the last tile loads its own again, so that nothing is read past the end.
    private void WideningStrip(RoutineBuilder b, Ptr[] extras)
    {
        var (first, c, lda) = (b.Pointer("a"), b.Pointer("c"), RoutineBuilder.Integer("lda"));
        var w = b.Let("wk", b.Pointer("w"));
        var loop = new WideningLoop(b, this, new RowPointers(b, b.Let("a0", first), Rows, WideningLoop.RowsPerPointer), w);
        loop.Begin();
        b.RepeatCounting("tile", RoutineBuilder.Integer("tiles"), (left, countDown) =>
        {
            loop.RunBegun();
            Describe(b);
            b.ScheduledByPath(b.Target.VectorRegisters - (KTail > 0 ? ForConstants : 0), () => loop.Vectors, () =>
            {
                loop.Tail();
                Results(b, () => loop.Sums(HasBias ? b.Pointer("bias") : null), c, extras);
                NextRow(b, c, extras);
                b.Advance(first, b.Let("ahead", RoutineBuilder.UnlessLast(left, lda * Rows)));
                loop.Next(first, b.Pointer("w"));
                countDown();
            });
        });
    }
}
