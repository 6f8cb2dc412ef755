using System.Globalization;
using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Elementwise;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;

namespace CompileModel.Kernels.Winograd;

/// <summary>
/// Y = epilogue(A^T M A + bias) for one tile, a number of channel vectors in a row: along each column into a buffer in the first-level cache, then along each row
/// to the result. The bias enters at the point 1, whose column of A is 1 everywhere. Sums of integers become float32 before the epilogue: rounded, or, in a form of integers, as what is left of the
/// result modulo 2^32 (<see cref="IntegerRange"/>), the bias multiplied as it is.
/// </summary>
/// <param name="IsaName">the instruction set, part of the identity</param>
/// <param name="Form">the tile</param>
/// <param name="Columns">results of a row that exist; the rows that exist are an argument</param>
/// <param name="ColumnStride">distance of neighboring columns of the result, in floats</param>
/// <param name="Count">channels that exist in the last vector; with fewer than all lanes, the one vector of a call</param>
/// <param name="HasBias">whether there is a bias</param>
/// <param name="Extras">an <see cref="ExtraKind"/> for each operand 1.. of the epilogue</param>
/// <param name="ExtraStrides">distance of neighboring columns of each</param>
/// <param name="Epilogue">applied to every result</param>
/// <param name="IsInteger">whether operand 0 of the epilogue is int32, of which only conversions to float32 are read</param>
/// <param name="Result">element type of the results</param>
/// <param name="ExtraTypes">an <see cref="ElementType"/> for each operand 1.. of the epilogue</param>
public sealed record OutputTransform(string IsaName, WinogradForm Form, int Columns, int ColumnStride, int Count, bool HasBias, Ints Extras, Ints ExtraStrides, Expression Epilogue, bool IsInteger,
    ElementType Result, Ints ExtraTypes) : Routine
{
    // Columns whose bytes are packed together; registers left to constants.
    private const int Together = 2, ForConstants = 4;

    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture,
        $"winograd_out{Form.Suffix}_y{ColumnStride}{(Columns == Form.Outputs ? "" : $"_columns{Columns}")}{(Count == Lanes ? "" : $"_last{Count}")}{(HasBias ? "" : "_nobias")}{ExtraSuffix}{TypeSuffix}{Elementwise.Epilogue.Suffix(Epilogue)}");

    /// <inheritdoc/>
    public override string Family => "winograd";

    /// <inheritdoc/>
    public override string Summary => $"Output transform of {Form}: the places of a tile to {Columns} columns{Elementwise.Epilogue.Description(Epilogue)}.";

    /// <inheritdoc/>
    public override IReadOnlyList<RoutineParameter> Parameters
    {
        get
        {
            List<RoutineParameter> list = [RoutineParameter.Pointer("m", Sum), RoutineParameter.Integer("place"), RoutineParameter.Pointer("buffer", Sum)];
            if (HasBias)
                list.Add(RoutineParameter.Pointer("bias", Sum));
            list.AddRange([RoutineParameter.Pointer("y", Result), RoutineParameter.Integer("row")]);
            for (var i = 0; i < Extras.Count; i++)
                list.AddRange([RoutineParameter.Pointer(ExtraName(i), (ElementType)ExtraTypes[i]), RoutineParameter.Integer(ExtraName(i) + "Row")]);
            list.AddRange([RoutineParameter.Integer("rows"), RoutineParameter.Integer("passes")]);
            return list;
        }
    }

    /// <summary>See <see cref="SumFacts.HasPlainDivisor"/>.</summary>
    public bool HasPlainDivisor { get; init; }

    private ElementType Sum => Form.IsInteger ? ElementType.Int32 : ElementType.Float32;

    private int Lanes => Isa.ByName(IsaName).Lanes(ElementType.Float32);

    private string ExtraSuffix => string.Concat(Extras.Zip(ExtraStrides, (e, s) => string.Create(CultureInfo.InvariantCulture, $"_{((ExtraKind)e).ToString().ToLowerInvariant()}{s}")));

    private string TypeSuffix => !IsInteger && Result == ElementType.Float32 && ExtraTypes.All(t => t == (int)ElementType.Float32) ? ""
        : $"_{(IsInteger ? "s32" : "f32")}{string.Concat(ExtraTypes.Select(t => "_" + ((ElementType)t).ShortName()))}_{Result.ShortName()}{(HasPlainDivisor ? "_plain" : "")}";

    private static string ExtraName(int i) => string.Create(CultureInfo.InvariantCulture, $"e{i + 1}");

    private bool IsVector(int extra) => (ExtraKind)Extras[extra] is ExtraKind.Vector or ExtraKind.RowVector;

    private bool IsRow(int extra) => (ExtraKind)Extras[extra] is ExtraKind.RowVector or ExtraKind.RowScalar;

    /// <inheritdoc/>
    public override void Emit(RoutineBuilder b)
    {
        var (m, buffer, y, place) = (b.Pointer("m"), b.Pointer("buffer"), b.Pointer("y"), RoutineBuilder.Integer("place"));
        Ptr[] extras = [.. Enumerable.Range(0, Extras.Count).Select(i => b.Pointer(ExtraName(i)))];
        b.HoistConstants(() => Channels(b, m, buffer, y, place, extras));
    }

    private void Channels(RoutineBuilder b, Ptr m, Ptr buffer, Ptr y, Int place, Ptr[] extras)
    {
        var bytes = new ByteResult(b, Epilogue);
        if (HasPlainDivisor)
            bytes.DivideBy(WideVectors.LoadBroadcast(b, extras[ByteResult.Divisor(Epilogue) - 1], "divisor"));
        b.Repeat("channels", RoutineBuilder.Integer("passes"), () =>
        {
            b.Comment("Along the columns.");
            var to = b.Let("to", buffer);
            var places = new PlacePointers(b, "p", m, Form.Tile, b.Let("placeRow", place * Form.Tile), hasIndices: !b.Target.Issue.HalfPipes);
            b.Repeat("c", Form.Tile, () =>
            {
                var code = new StraightLine(b, Sum);
                int[] d = [.. Enumerable.Range(0, Form.Tile).Select(r => code.Load(() => b.Load(places[r], "d")))];
                WinogradTransforms.Output(Form, code, d, Form.Outputs, (r, value) => code.Store(value, result => b.Store(to + r * (Form.Tile * Lanes), result)));
                code.Write();
                b.Advance(to, Lanes);
                places.Advance(place);
            });
            Rows(b, buffer, y, extras, bytes);
            b.Advance(m, Lanes);
            b.Advance(y, Lanes);
            if (HasBias)
                b.Advance(b.Pointer("bias"), Lanes);
            for (var i = 0; i < extras.Length; i++)
                b.Advance(extras[i], IsVector(i) ? Lanes : 0);
        });
    }

    private void Rows(RoutineBuilder b, Ptr buffer, Ptr y, Ptr[] extras, ByteResult bytes)
    {
        b.Comment("Along the rows.");
        var bias = HasBias ? b.LoadPartial(b.Pointer("bias"), Count, "bias") : (Vec?)null;
        Vec Extra(int i, Ptr p) => IsVector(i) ? WideVectors.Load(b, p, Count, ExtraName(i) + "v")[0] : WideVectors.LoadBroadcast(b, p, ExtraName(i) + "v");
        Vec?[] fixedExtras = [.. extras.Select((e, i) => IsRow(i) ? (Vec?)null : Extra(i, e))];
        var (from, to) = (b.Let("from", buffer), b.Let("yr", y));
        Ptr[] moving = [.. extras.Select((e, i) => IsRow(i) ? b.Let(ExtraName(i) + "r", e) : e)];
        b.Repeat("r", RoutineBuilder.Integer("rows"), () =>
        {
            void Row() => WriteRow(b, from, to, bias, (i, c) => Extra(i, moving[i] + c * ExtraStrides[i]), fixedExtras, bytes);
            if (TypeSuffix.Length == 0)
                Row();
            else
                b.Scheduled(b.Target.VectorRegisters - ForConstants, splitLoads: false, Row);
            b.Advance(from, Form.Tile * Lanes);
            b.Advance(to, RoutineBuilder.Integer("row"));
            for (var i = 0; i < moving.Length; i++)
            {
                if (IsRow(i))
                    b.Advance(moving[i], RoutineBuilder.Integer(ExtraName(i) + "Row"));
            }
        });
    }

    // One row of results; those of bytes are packed for several columns together where each column then has four.
    private void WriteRow(RoutineBuilder b, Ptr from, Ptr to, Vec? bias, Func<int, int, Vec> extra, Vec?[] fixedExtras, ByteResult bytes)
    {
        var code = new StraightLine(b, Sum);
        var together = Result.IsByte() && b.Isa.HasWideProducts && Count == Lanes ? Together : 1;
        var moving = Enumerable.Range(0, Extras.Count).Where(i => fixedExtras[i] is null).ToArray();
        var columns = new List<int[]>();
        int[] d = [.. Enumerable.Range(0, Form.Tile).Select(c => code.Load(() => b.Load(from + c * Lanes, "d")))];
        if (bias is { } vector)
            d[1] = code.Apply([d[1]], v => b.Add(v[0], vector));
        Vec[] Operands(IEnumerable<Vec> values)
        {
            var own = values.ToArray();
            var next = 1;
            var sum = Form.IsInteger ? Exact(b, own[0]) : IsInteger ? b.Apply(VectorOp.Round, own[0], "sum") : own[0];
            return [sum, .. fixedExtras.Select(e => e ?? own[next++])];
        }
        WinogradTransforms.Output(Form, code, d, Columns, (c, value) =>
        {
            columns.Add([value, .. moving.Select(i => code.Load(() => extra(i, c)))]);
            var first = c - columns.Count + 1;
            if (!Result.IsByte())
                code.Store(code.Apply(columns[0], v => ElementwiseKernels.Emit(b, Epilogue, Operands(v))), v => b.StorePartial(to + c * ColumnStride, v, Count));
            else if (columns.Count == together || c == Columns - 1)
            {
                var packed = code.Apply([.. columns.SelectMany(o => o)], v => bytes.Bytes([.. v.Chunk(1 + moving.Length).Select(Operands)], Result));
                for (var i = 0; i < columns.Count; i++)
                {
                    var (p, quarter) = (to + (first + i) * ColumnStride, i);
                    code.Store(packed, v =>
                    {
                        if (together == 1)
                            b.StorePartial(p, v, Count);
                        else
                            b.StoreQuarter(p, v, quarter);
                    });
                }
            }
            else
                return;
            columns.Clear();
        });
        code.Write();
    }

    // The result whose multiple modulo 2^32 is given.
    private Vec Exact(RoutineBuilder b, Vec multiple)
        => b.Apply(VectorOp.ToFloat32, b.ShiftRight(b.Mul(multiple, b.Constant(ElementType.Int32, IntegerRange.Inverse(Form)), "exact"), IntegerRange.Shift(Form), true, "exact"), "sum");
}
