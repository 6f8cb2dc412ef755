using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;

namespace CompileModel.Kernels.Gemm;

/// <summary>The end of a tile: the epilogue of its sums, and the stores.</summary>
public sealed partial record GemmTile
{
    // By the longest way to the end where vectors are told that live before it.
    private void Finish(RoutineBuilder b, Func<Vec[][]> sums, Ptr c, Ptr[] extras, int registers, Func<IEnumerable<Vec>>? live = null)
    {
        Describe(b);
        if (live is not null)
        {
            b.ScheduledByPath(b.Target.VectorRegisters, live, () => Results(b, sums, c, extras));
            return;
        }
        b.HoistConstants(() => b.Scheduled(Math.Max(registers, Lanes), splitLoads: false, () => Results(b, sums, c, extras)));
    }

    private void Describe(RoutineBuilder b) => b.Comment(Epilogue.IsIdentity ? "Store." : $"Epilogue{Elementwise.Epilogue.Description(Epilogue)}.");

    private void Results(RoutineBuilder b, Func<Vec[][]> sums, Ptr c, Ptr[] extras)
    {
        if (Types.HaveBytes)
        {
            new ByteRows(b, this, c, extras).Store(sums);
            return;
        }
        var acc = sums();
        var hoisted = new Vec[Extras.Count][];
        for (var e = 0; e < Extras.Count; e++)
        {
            if (!IsRow(e))
                hoisted[e] = [.. Enumerable.Range(0, Vectors).Select(v => Extra(b, extras[e], e, v))];
        }
        for (var r = 0; r < Rows; r++)
        {
            var results = new Vec[Vectors];
            for (var v = 0; v < Vectors; v++)
            {
                var operands = Enumerable.Range(0, Extras.Count).Select(e => hoisted[e]?[v] ?? Extra(b, extras[e], e, v)).Prepend(acc[r][v]);
                results[v] = ElementwiseKernels.Emit(b, Epilogue, [.. operands]);
                if (v % 2 == 1 && LanesOf(v) == Lanes)
                    b.StorePair(c + (v - 1) * Lanes, results[v - 1], results[v]);
                else if (v == Vectors - 1)
                    StoreLast(b, c, results);
            }
            if (r + 1 < Rows)
                NextRow(b, c, extras);
        }
    }

    /// <summary>Moves the results and those further operands that differ from row to row.</summary>
    internal void NextRow(RoutineBuilder b, Ptr c, Ptr[] extras)
    {
        b.Advance(c, RoutineBuilder.Integer("ldc"));
        NextExtras(b, extras);
    }

    /// <summary>Moves those further operands that differ from row to row.</summary>
    internal void NextExtras(RoutineBuilder b, Ptr[] extras)
    {
        for (var e = 0; e < Extras.Count; e++)
        {
            if (IsRow(e))
                b.Advance(extras[e], RoutineBuilder.Integer("ld" + ExtraName(e)));
        }
    }

    // The vectors that are left when no pair ends the row.
    private void StoreLast(RoutineBuilder b, Ptr c, Vec[] results)
    {
        for (var v = (Vectors - 1) / 2 * 2; v < Vectors; v++)
            b.StorePartial(c + v * Lanes, results[v], LanesOf(v));
    }

    private Vec Extra(RoutineBuilder b, Ptr p, int e, int v)
    {
        return (ExtraKind)Extras[e] is ExtraKind.Scalar or ExtraKind.RowScalar
            ? b.LoadBroadcast(p, ExtraName(e) + "v")
            : b.LoadPartial(p + v * Lanes, LanesOf(v), ExtraName(e) + "v");
    }
}
