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
                b.Advance(first, b.Let("ahead", Int.Raw($"((1 - {left}) >> 63) & {lda * Rows}")));
                loop.Next(first, b.Pointer("w"));
                countDown();
            });
        });
    }

    private void ShortStrip(RoutineBuilder b, Ptr[] extras)
    {
        var (first, c) = (b.Pointer("a"), b.Pointer("c"));
        var strip = new ShortWideningStrip(b, this, first, b.Pointer("w"), HasBias ? b.Pointer("bias") : null);
        b.RepeatCounting("tile", RoutineBuilder.Integer("tiles"), (left, countDown) =>
        {
            Describe(b);
            b.ScheduledByPath(b.Target.VectorRegisters - ForConstants, () => strip.Held, () =>
            {
                Results(b, strip.Sums, c, extras);
                NextRow(b, c, extras);
                strip.Next(b.Let("ahead", Int.Raw($"((1 - {left}) >> 63) & {RoutineBuilder.Integer("lda") * Rows}")));
                countDown();
            });
        });
    }
}
