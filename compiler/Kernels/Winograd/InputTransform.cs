using System.Globalization;
using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Isas;

namespace CompileModel.Kernels.Winograd;

/// <summary>
/// V = B^T d B for one tile d of a phase of an image, a number of channel vectors in a row: first along each row into a buffer in the first-level cache, then along each
/// column. Value (r,c) of a tile goes to place r * tile + c; places are <c>place</c> values apart. Values are float32, or int16 in a form of integers. Where products widen, bytes are
/// transformed as integers (<see cref="IntegerTransform"/>), of int16 along the rows and of int32 along the columns, with float32 as results.
/// </summary>
/// <param name="IsaName">the instruction set, part of the identity</param>
/// <param name="Form">the tile</param>
/// <param name="Phase">the phase, for its lines</param>
/// <param name="ColumnStride">distance of neighboring columns of the phase, in floats</param>
/// <param name="Lines">rows, then columns, that are computed together where it divides them</param>
/// <param name="Count">channels that exist in the last vector; with fewer than all lanes, the one vector of a call</param>
/// <param name="Element">of the image, float32 or int8</param>
/// <param name="Zero">zero point of the image, which is subtracted; of int8 only</param>
public sealed partial record InputTransform(string IsaName, WinogradForm Form, WinogradPhase Phase, int ColumnStride, int Lines, int Count, ElementType Element, int Zero) : Routine
{
    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture,
        $"winograd_in{Form.Suffix}{(Form.Phases.Count == 1 ? "" : $"_from{Phase.Row}{Phase.Column}")}_x{ColumnStride}{(Lines == 1 ? "" : $"_by{Lines}")}{(Count == Lanes ? "" : $"_last{Count}")}{(Element == ElementType.Float32 ? "" : $"_{Element.ShortName()}z{Zero + 128}")}");

    /// <inheritdoc/>
    public override string Family => "winograd";

    /// <inheritdoc/>
    public override string Summary => $"Input transform of {Form}: a tile of {Form.Lines(Phase.Row)}x{Form.Lines(Phase.Column)} values to as many places.";

    /// <inheritdoc/>
    public override IReadOnlyList<RoutineParameter> Parameters =>
    [
        RoutineParameter.Pointer("x", Element), RoutineParameter.Integer("row"), RoutineParameter.Pointer("v", Form.IsInteger ? ElementType.Int16 : ElementType.Float32), RoutineParameter.Integer("place"),
        RoutineParameter.Pointer("buffer", Buffered(Isa.ByName(IsaName), Form, Element)), RoutineParameter.Integer("passes"),
    ];

    private int Lanes => Isa.ByName(IsaName).Lanes(Buffered(Isa.ByName(IsaName), Form, Element));

    /// <summary>Whether an image of bytes is transformed by sums that widen: values are <see cref="IntegerTransform.Scale"/> times as large along each axis.</summary>
    public static bool Widens(Isa isa, WinogradForm form, ElementType element) => element == ElementType.Int8 && !form.IsInteger && isa.HasWideningProducts;

    /// <summary>What a tile is that is transformed along its rows.</summary>
    public static ElementType Buffered(Isa isa, WinogradForm form, ElementType element) => form.IsInteger || Widens(isa, form, element) ? ElementType.Int16 : ElementType.Float32;

    /// <inheritdoc/>
    public override void Emit(RoutineBuilder b) => b.HoistConstants(() => b.Repeat("channels", RoutineBuilder.Integer("passes"), () =>
    {
        if (Widens(b.Isa, Form, Element))
            EmitWidening(b, new IntegerTransform(Form));
        else
            EmitPlain(b);
        b.Advance(b.Pointer("x"), Lanes);
        b.Advance(b.Pointer("v"), Lanes);
    }));

    private void EmitPlain(RoutineBuilder b)
    {
        var (v, buffer, place) = (b.Pointer("v"), b.Pointer("buffer"), RoutineBuilder.Integer("place"));
        var (rowCount, columnCount) = (Form.Lines(Phase.Row), Form.Lines(Phase.Column));
        var (rowLines, columnLines) = (rowCount % Lines == 0 ? Lines : 1, columnCount % Lines == 0 ? Lines : 1);
        void Transform(int lines, int values, Func<StraightLine, int, int, int> load, Func<int, int, Ptr> to)
        {
            var code = new StraightLine(b, Form.IsInteger ? ElementType.Int16 : ElementType.Float32);
            for (var line = 0; line < lines; line++)
            {
                var own = line;
                int[] d = [.. Enumerable.Range(0, values).Select(i => load(code, own, i))];
                WinogradTransforms.Input(Form, code, d, (i, value) => code.Store(value, result => b.Store(to(own, i), result)));
            }
            code.Write();
        }
        b.Comment("Along the rows.");
        var to = b.Let("to", buffer);
        var rows = new LinePointers(b, "from", b.Pointer("x"), rowLines, RoutineBuilder.Integer("row"));
        b.Repeat("r", rowCount / rowLines, () =>
        {
            Transform(rowLines, columnCount, (code, line, c) => Value(b, code, rows[line] + c * ColumnStride), (line, c) => to + (line * columnCount + c) * Lanes);
            rows.Advance();
            b.Advance(to, rowLines * columnCount * Lanes);
        });
        b.Comment("Along the columns.");
        var column = b.Let("column", buffer);
        var places = Enumerable.Range(0, columnLines).Select(line => new PlacePointers(b, "p", v + place * line, rowCount, b.Let("placeRow", place * Form.Tile))).ToArray();
        b.Repeat("c", columnCount / columnLines, () =>
        {
            Transform(columnLines, rowCount, (code, line, r) => code.Load(() => b.Load(column + (r * columnCount + line) * Lanes, "d")), (line, r) => places[line][r]);
            b.Advance(column, columnLines * Lanes);
            foreach (var pointers in places)
                pointers.Advance(place * columnLines);
        });
    }

    // Neighboring channels of the image; bytes less their zero point.
    private int Value(RoutineBuilder b, StraightLine code, Ptr p)
    {
        if (Element == ElementType.Float32)
            return code.Load(() => b.LoadPartial(p, Count, "d"));
        int Centered(int x, ElementType type) => Zero == 0 ? x : code.Apply([x], v => b.Sub(v[0], b.Constant(type, Zero), "centered"));
        if (Form.IsInteger)
            return Centered(code.Load(() => b.LoadWidened(p, ElementType.Int16, "d")), ElementType.Int16);
        return code.Apply([Centered(code.Load(() => b.LoadBytes(p, Count)[0]), ElementType.Int32)], v => b.Apply(VectorOp.ToFloat32, v[0], "d"));
    }
}
