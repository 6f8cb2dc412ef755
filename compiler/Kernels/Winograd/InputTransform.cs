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
/// <param name="Bundle">vectors of channels that are computed together</param>
/// <param name="Count">channels that exist in the last vector; with fewer than all lanes, the one vector of a call</param>
public sealed record InputTransform(string IsaName, WinogradForm Form, int ColumnStride, int Bundle, int Count) : Routine
{
    /// <inheritdoc/>
    public override string Name => string.Create(CultureInfo.InvariantCulture,
        $"winograd_in{Form.Outputs}_x{ColumnStride}{(Bundle == 1 ? "" : $"_by{Bundle}")}{(Count == Lanes ? "" : $"_last{Count}")}");

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
        var math = new VectorArithmetic(b);
        var (x, v, buffer, place) = (b.Pointer("x"), b.Pointer("v"), b.Pointer("buffer"), RoutineBuilder.Integer("place"));
        var (tile, step) = (Form.Tile, Bundle * Lanes);
        Vec[] Load(Ptr p, int count) => [.. Enumerable.Range(0, Bundle).Select(i => b.LoadPartial(p + i * Lanes, count, "d"))];
        void Store(Ptr p, Vec[] values)
        {
            for (var i = 0; i < Bundle; i++)
                b.Store(p + i * Lanes, values[i]);
        }
        b.HoistConstants(() => b.Repeat("channels", RoutineBuilder.Integer("passes"), () =>
        {
            b.Comment("Along the rows.");
            var (from, to) = (b.Let("from", x), b.Let("to", buffer));
            b.Repeat("r", tile, () =>
            {
                Vec[][] d = [.. Enumerable.Range(0, tile).Select(c => Load(from + c * ColumnStride, Count))];
                WinogradTransforms.Input(Form, math, d, (c, value) => Store(to + c * step, value));
                b.Advance(from, RoutineBuilder.Integer("row"));
                b.Advance(to, tile * step);
            });
            b.Comment("Along the columns.");
            var column = b.Let("column", buffer);
            var places = new PlacePointers(b, "p", v, tile, b.Let("placeRow", place * tile));
            b.Repeat("c", tile, () =>
            {
                Vec[][] d = [.. Enumerable.Range(0, tile).Select(r => Load(column + r * (tile * step), Lanes))];
                WinogradTransforms.Input(Form, math, d, (r, value) => Store(places[r], value));
                b.Advance(column, step);
                places.Advance(place);
            });
            b.Advance(x, step);
            b.Advance(v, step);
        }));
    }
}
