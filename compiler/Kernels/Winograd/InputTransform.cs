using System.Globalization;
using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Isas;

namespace CompileModel.Kernels.Winograd;

/// <summary>
/// V = B^T d B for one tile d of a phase of an image, a number of channel vectors in a row: first along each row into a buffer in the first-level cache, then along each
/// column. Value (r,c) of a tile goes to place r * tile + c; places are <c>place</c> values apart. Values are float32, or int16 in a form of integers. Where products widen, bytes are
/// transformed as integers (<see cref="IntegerTransform"/>), of int16 along the rows and, for float32 as results, of int32 along the columns.
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
        var integers = Element == ElementType.Int8 && b.Isa.HasWideningProducts ? new IntegerTransform(Form) : null;
        b.Comment("Along the rows.");
        if (integers is not null)
            WidenRows(b, integers);
        else
            Rows(b);
        if (integers is not null && !Form.IsInteger)
            WidenColumns(b, integers);
        else
            Columns(b);
        b.Advance(b.Pointer("x"), Lanes);
        b.Advance(b.Pointer("v"), Lanes);
    }));

    private void Rows(RoutineBuilder b)
    {
        var (rows, columns) = (Form.Lines(Phase.Row), Form.Lines(Phase.Column));
        var lines = rows % Lines == 0 ? Lines : 1;
        var to = b.Let("to", b.Pointer("buffer"));
        var pointers = new LinePointers(b, "from", b.Pointer("x"), lines, RoutineBuilder.Integer("row"));
        b.Repeat("r", rows / lines, () =>
        {
            Transform(b, lines, columns, (code, line, c) => Value(b, code, pointers[line] + c * ColumnStride), (line, c) => to + (line * columns + c) * Lanes);
            pointers.Advance();
            b.Advance(to, lines * columns * Lanes);
        });
    }

    private void Columns(RoutineBuilder b)
    {
        b.Comment("Along the columns.");
        var (rows, columns, place) = (Form.Lines(Phase.Row), Form.Lines(Phase.Column), RoutineBuilder.Integer("place"));
        var lines = columns % Lines == 0 ? Lines : 1;
        var column = b.Let("column", b.Pointer("buffer"));
        var places = Enumerable.Range(0, lines).Select(line => new PlacePointers(b, "p", b.Pointer("v") + place * line, rows, b.Let("placeRow", place * Form.Tile))).ToArray();
        b.Repeat("c", columns / lines, () =>
        {
            Transform(b, lines, rows, (code, line, r) => code.Load(() => b.Load(column + (r * columns + line) * Lanes, "d")), (line, r) => places[line][r]);
            b.Advance(column, lines * Lanes);
            foreach (var pointers in places)
                pointers.Advance(place * lines);
        });
    }

    private void Transform(RoutineBuilder b, int lines, int values, Func<StraightLine, int, int, int> load, Func<int, int, Ptr> to)
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
