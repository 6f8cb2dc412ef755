using System.Globalization;
using CompileModel.IR;
using CompileModel.Kernels.Builder;
using CompileModel.Kernels.Isas;

namespace CompileModel.Kernels.Winograd;

/// <summary>
/// V = B^T d B for one tile d of an image, a number of channel vectors in a row: first along each row into a buffer in the first-level cache, then along each
/// column. Value (r,c) of a tile goes to place r * tile + c; places are <c>place</c> floats apart.
/// </summary>
/// <param name="IsaName">the instruction set, part of the identity</param>
/// <param name="Form">the tile</param>
/// <param name="ColumnStride">distance of neighboring image columns, in floats</param>
/// <param name="Lines">rows, then columns, that are computed together; divides the tile</param>
/// <param name="Count">channels that exist in the last vector; with fewer than all lanes, the one vector of a call</param>
public sealed record InputTransform(string IsaName, WinogradForm Form, int ColumnStride, int Lines, int Count) : Routine
{
    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture,
        $"winograd_in{Form.Outputs}_x{ColumnStride}{(Lines == 1 ? "" : $"_by{Lines}")}{(Count == Lanes ? "" : $"_last{Count}")}");

    /// <inheritdoc/>
    public override string Family => "winograd";

    /// <inheritdoc/>
    public override string Summary => $"Input transform of {Form}: a tile of {Form.Tile}x{Form.Tile} values to as many places.";

    /// <inheritdoc/>
    public override IReadOnlyList<RoutineParameter> Parameters =>
    [
        RoutineParameter.Pointer("x"), RoutineParameter.Integer("row"), RoutineParameter.Pointer("v"), RoutineParameter.Integer("place"),
        RoutineParameter.Pointer("buffer"), RoutineParameter.Integer("passes"),
    ];

    private int Lanes => Isa.ByName(IsaName).Lanes(ElementType.Float32);

    /// <inheritdoc/>
    public override void Emit(RoutineBuilder b)
    {
        var (x, v, buffer, place) = (b.Pointer("x"), b.Pointer("v"), b.Pointer("buffer"), RoutineBuilder.Integer("place"));
        var tile = Form.Tile;
        void Transform(Func<int, int, Ptr> from, int count, Func<int, int, Ptr> to)
        {
            var code = new StraightLine(b);
            for (var line = 0; line < Lines; line++)
            {
                var own = line;
                int[] d = [.. Enumerable.Range(0, tile).Select(i => code.Load(() => b.LoadPartial(from(own, i), count, "d")))];
                WinogradTransforms.Input(Form, code, d, (i, value) => code.Store(value, result => b.Store(to(own, i), result)));
            }
            code.Write();
        }
        b.HoistConstants(() => b.Repeat("channels", RoutineBuilder.Integer("passes"), () =>
        {
            b.Comment("Along the rows.");
            var to = b.Let("to", buffer);
            var rows = new LinePointers(b, "from", x, Lines, RoutineBuilder.Integer("row"));
            b.Repeat("r", tile / Lines, () =>
            {
                Transform((line, c) => rows[line] + c * ColumnStride, Count, (line, c) => to + (line * tile + c) * Lanes);
                rows.Advance();
                b.Advance(to, Lines * tile * Lanes);
            });
            b.Comment("Along the columns.");
            var column = b.Let("column", buffer);
            var places = Enumerable.Range(0, Lines).Select(line => new PlacePointers(b, "p", v + place * line, tile, b.Let("placeRow", place * tile))).ToArray();
            b.Repeat("c", tile / Lines, () =>
            {
                Transform((line, r) => column + (r * tile + line) * Lanes, Lanes, (line, r) => places[line][r]);
                b.Advance(column, Lines * Lanes);
                foreach (var pointers in places)
                    pointers.Advance(place * Lines);
            });
            b.Advance(x, Lanes);
            b.Advance(v, Lanes);
        }));
    }
}
