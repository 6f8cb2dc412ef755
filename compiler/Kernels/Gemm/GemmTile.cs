using System.Globalization;
using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;

namespace CompileModel.Kernels.Gemm;

/// <summary>
/// The micro-kernel: a strip of one or more tiles below each other, each of <paramref name="Rows"/> positions by <paramref name="Vectors"/> vectors of output channels in registers,
/// C = epilogue(bias + A * W). A is read where it lies (rows <c>lda</c> apart, runs of k contiguous factors); W is a packed panel, one group of
/// Vectors vectors for each k. Sizes that differ between layers are arguments, so layers share the code.
/// </summary>
/// <param name="Isa">name of the instruction set, part of the identity</param>
/// <param name="Rows">positions</param>
/// <param name="Vectors">vectors of channels</param>
/// <param name="LastLanes">channels of the last vector that exist; the others are not stored</param>
/// <param name="Unroll">units of factors a pass of the main loop takes</param>
/// <param name="KTail">units left after the main loop of each run</param>
/// <param name="IsStrip">whether it takes several tiles; else one</param>
/// <param name="HasMain">whether a run has at least one pass of the main loop</param>
/// <param name="Runs">how A is split</param>
/// <param name="HasBias">whether sums start from a bias</param>
/// <param name="Resumes">whether sums go on from what C holds</param>
/// <param name="Extras">an <see cref="ExtraKind"/> for each operand 1.. of the epilogue</param>
/// <param name="Epilogue">applied to every sum</param>
/// <param name="Types">element types</param>
public sealed partial record GemmTile(string Isa, int Rows, int Vectors, int LastLanes, int Unroll, int KTail, bool IsStrip, bool HasMain, RunLevels Runs, bool HasBias, bool Resumes, Ints Extras,
    Expression Epilogue, GemmTypes Types) : Routine
{
    // Registers left to what an epilogue multiplies by, adds or compares with.
    private const int ForConstants = 2;

    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture,
        $"gemm_{TypeSuffix}{Rows}x{Vectors}v{(IsStrip ? "n" : "")}{(LastLanes == Lanes ? "" : $"_last{LastLanes}")}_u{Unroll}t{KTail}{(HasMain ? "" : "_short")}{(Runs == RunLevels.One ? "" : "_" + Runs.ToString().ToLowerInvariant())}{(HasBias ? "" : Resumes ? "_more" : "_nobias")}{ExtraSuffix}{Elementwise.Epilogue.Suffix(Epilogue)}");

    /// <inheritdoc/>
    public override string Family => "gemm";

    /// <inheritdoc/>
    public override string Summary => string.Create(CultureInfo.InvariantCulture,
        $"{Rows} rows by {(Vectors - 1) * Lanes + LastLanes} columns: c = a * w{(HasBias ? " + bias" : Resumes ? " + c" : "")}{Elementwise.Epilogue.Description(Epilogue)}.");

    /// <inheritdoc/>
    public override IReadOnlyList<RoutineParameter> Parameters
    {
        get
        {
            List<RoutineParameter> list = [RoutineParameter.Pointer("a", Arithmetic.Factor), RoutineParameter.Integer("lda"), RoutineParameter.Pointer("w", Arithmetic.Weight)];
            if (HasBias)
                list.Add(RoutineParameter.Pointer("bias", Arithmetic.Sum));
            list.Add(RoutineParameter.Pointer("c", Types.Result));
            list.Add(RoutineParameter.Integer("ldc"));
            for (var i = 0; i < Extras.Count; i++)
            {
                list.Add(RoutineParameter.Pointer(ExtraName(i), Types.Extra(i)));
                if (IsRow(i))
                    list.Add(RoutineParameter.Integer("ld" + ExtraName(i)));
            }
            if (IsStrip)
                list.Add(RoutineParameter.Integer("tiles"));
            if (HasMain)
                list.Add(RoutineParameter.Integer("passes"));
            if (Runs != RunLevels.One)
                list.AddRange([RoutineParameter.Integer("runs"), RoutineParameter.Integer("gap")]);
            if (Runs == RunLevels.Taps)
                list.AddRange([RoutineParameter.Integer("runRows"), RoutineParameter.Integer("rowGap")]);
            return list;
        }
    }

    /// <summary>Columns of a vector.</summary>
    internal int Lanes => Isas.Isa.ByName(Isa).Lanes(Arithmetic.Sum);

    /// <summary>Factors of a unit.</summary>
    internal int Unit => Arithmetic.Unit;

    /// <summary>Weights of a vector of columns and one unit.</summary>
    internal int VectorWeights => Lanes * Unit;

    /// <summary>Weights of all columns and one unit.</summary>
    internal int PanelWeights => Vectors * VectorWeights;

    /// <summary>Steps of a unit: multiply-adds for each vector of columns.</summary>
    internal int Parts => Arithmetic.Parts;

    /// <summary>Weights of a vector of columns and one step.</summary>
    internal int PartWeights => VectorWeights / Parts;

    /// <summary>Weights of all columns and one step.</summary>
    internal int StepWeights => Vectors * PartWeights;

    private ProductArithmetic Arithmetic => Types.Arithmetic;

    private string TypeSuffix => Types.AreFloats ? "" : Types.Suffix + "_";

    private bool Widens => Arithmetic.Weight != Arithmetic.Factor;

    private string ExtraSuffix => string.Concat(Extras.Select(e => "_" + ((ExtraKind)e).ToString().ToLowerInvariant()));

    /// <summary>The name of a further epilogue operand.</summary>
    internal static string ExtraName(int i) => string.Create(CultureInfo.InvariantCulture, $"e{i + 1}");

    /// <summary>Whether a further epilogue operand differs from row to row.</summary>
    internal bool IsRow(int extra) => (ExtraKind)Extras[extra] is ExtraKind.RowVector or ExtraKind.RowScalar;

    /// <inheritdoc/>
    public override void Emit(RoutineBuilder b)
    {
        Ptr[] extras = [.. Enumerable.Range(0, Extras.Count).Select(e => b.Pointer(ExtraName(e)))];
        if (Arithmetic.Form == TileForm.Widening)
            b.KeepConstants(() => Tiles(b, extras));
        else
            Tiles(b, extras);
    }

    private void Tiles(RoutineBuilder b, Ptr[] extras)
    {
        if (!IsStrip)
        {
            Tile(b, b.Pointer("a"), b.Pointer("w"), b.Pointer("c"), extras);
            return;
        }

        if (Arithmetic.Form == TileForm.Widening && Runs == RunLevels.One && b.Target.Issue.InOrder)
        {
            WideningStrip(b, extras);
            return;
        }

        // What a tile moves are copies; the parameters step from tile to tile.
        b.Repeat("tile", RoutineBuilder.Integer("tiles"), countDown =>
        {
            Tile(b, b.Let("a0", b.Pointer("a")), b.Let("wk", b.Pointer("w")), b.Let("cr", b.Pointer("c")), [.. extras.Select((e, i) => IsRow(i) ? b.Let(ExtraName(i) + "r", e) : e)]);
            countDown();
            b.Advance(b.Pointer("a"), RoutineBuilder.Integer("lda") * Rows);
            b.Advance(b.Pointer("c"), RoutineBuilder.Integer("ldc") * Rows);
            for (var e = 0; e < Extras.Count; e++)
            {
                if (IsRow(e))
                    b.Advance(extras[e], RoutineBuilder.Integer("ld" + ExtraName(e)) * Rows);
            }
        });
    }

    private void Tile(RoutineBuilder b, Ptr firstRow, Ptr w, Ptr c, Ptr[] extras)
    {
        if (Arithmetic.Form == TileForm.Widening)
        {
            WideningTile(b, firstRow, w, c, extras);
            return;
        }
        var isLane = Arithmetic.Form == TileForm.Lane;
        PipelinedLaneLoop? begun = null;
        Vec[][] acc = [];
        RowPointers a = null!;
        b.Comment(HasBias ? "The sums start as the bias." : Resumes ? "The sums so far." : "The sums.");
        b.Scheduled(b.Target.VectorRegisters, splitLoads: false, () =>
        {
            if (HasBias)
                acc = Start(b, c);
            a = new RowPointers(b, firstRow, Rows, isLane ? LaneLoop.RowsPerPointer : BroadcastLoop.RowsPerPointer);
            if (!HasBias)
                acc = Start(b, c);
            if (Runs == RunLevels.One && PipelinedLaneLoop.Serves(b, this))
                begun = new PipelinedLaneLoop(b, this, acc, a, w);
        });
        void Run(Int gap)
        {
            if (isLane)
                LaneLoop.Run(b, this, acc, a, w, begun, gap);
            else
            {
                BroadcastLoop.Run(b, this, acc, a, w);
                a.Advance(gap);
            }
        }
        AllRuns(b, a, Run);
        Finish(b, () => acc, c, extras, b.Target.VectorRegisters - Rows * Vectors - ForConstants);
    }

    private void AllRuns(RoutineBuilder b, RowPointers a, Action<Int> run)
    {
        void RowOfRuns() => b.Repeat("r", RoutineBuilder.Integer("runs"), () => run(RoutineBuilder.Integer("gap")));
        switch (Runs)
        {
            case RunLevels.One:
                run(0);
                break;
            case RunLevels.Rows:
                RowOfRuns();
                break;
            default:
                b.Repeat("q", RoutineBuilder.Integer("runRows"), () =>
                {
                    RowOfRuns();
                    a.Advance(RoutineBuilder.Integer("rowGap"));
                });
                break;
        }
    }

    private Vec[][] Start(RoutineBuilder b, Ptr c)
    {
        var acc = new Vec[Rows][];
        if (Resumes)
        {
            var from = b.Let("partial", c);
            for (var r = 0; r < Rows; r++)
            {
                acc[r] = Row(b, from, r);
                if (r + 1 < Rows)
                    b.Advance(from, RoutineBuilder.Integer("ldc"));
            }
            return acc;
        }
        for (var r = 0; r < Rows; r++)
        {
            acc[r] = r == 0 && HasBias ? Row(b, b.Pointer("bias"), 0, isPadded: true)
                : [.. Enumerable.Range(0, Vectors).Select(v => HasBias ? b.Variable(Sum(r, v), acc[0][v]) : b.Zero(Arithmetic.Sum, Sum(r, v)))];
        }
        return acc;
    }

    // A row of sums from memory; padded when all lanes of its last vector exist.
    private Vec[] Row(RoutineBuilder b, Ptr c, int r, bool isPadded = false)
    {
        var row = new Vec[Vectors];
        for (var v = 0; v < Vectors; v++)
        {
            if (v + 1 < Vectors && (isPadded || LanesOf(v + 1) == Lanes))
                {
                (row[v], row[v + 1]) = b.LoadPair(c + v * Lanes, Sum(r, v), Sum(r, v + 1));
                v++;
            }
            else
                row[v] = b.LoadPartial(c + v * Lanes, isPadded ? Lanes : LanesOf(v), Sum(r, v));
        }
        return row;
    }

    private static string Sum(int r, int v) => string.Create(CultureInfo.InvariantCulture, $"acc{r}_{v}");

    private int LanesOf(int v) => v == Vectors - 1 ? LastLanes : Lanes;

    /// <summary>The vectors of columns of a step behind <paramref name="w"/>, by pairs where the instruction set has such a load; halves of vectors where a unit has parts.</summary>
    internal Vec[] Panel(RoutineBuilder b, Ptr w, int step)
    {
        var panel = new Vec[Vectors];
        for (var v = 0; v < Vectors; v += Widens ? 1 : 2)
        {
            var (from, name, next) = (w + (step * StepWeights + v * PartWeights), Numbered($"w{step}_", v), Numbered($"w{step}_", v + 1));
            if (Widens)
                panel[v] = b.LoadWidened(from, Arithmetic.Factor, name);
            else if (v + 1 < Vectors)
                (panel[v], panel[v + 1]) = Arithmetic.IsSplit ? b.LoadHalfPair(from, name, next) : b.LoadPair(from, name, next);
            else
                panel[v] = Arithmetic.IsSplit ? b.LoadHalf(from, name) : b.Load(from, name);
        }
        return panel;
    }

    /// <summary>The name of one of several locals.</summary>
    internal static string Numbered(string prefix, int number) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}");
}
