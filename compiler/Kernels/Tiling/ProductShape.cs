using CompileModel.IR;
using CompileModel.Kernels.Gemm;
using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Kernels.Tiling;

/// <summary>The matrix products of a layer, as the tile model sees them.</summary>
/// <param name="Repeats">independent products</param>
/// <param name="Rows">rows of each</param>
/// <param name="Columns">columns of each</param>
/// <param name="Depth">units of factors of each sum</param>
/// <param name="Matrices">different matrices of weights</param>
/// <param name="Pitch">distance of neighboring rows of A in units, where it is not the depth</param>
/// <param name="Arithmetic">of float32 when left out</param>
public sealed record ProductShape(int Repeats, int Rows, int Columns, int Depth, int Matrices, int? Pitch = null, ProductArithmetic? Arithmetic = null)
{
    /// <summary>Vectors of a panel in the cheapest tile.</summary>
    public int Vectors(TargetProfile target) => TileModel.Choose(target, Repeats, Rows, Columns, Depth, pitch: Pitch, arithmetic: Arithmetic).Vectors;

    /// <summary>The best tile of each panel width, cheapest first.</summary>
    public IReadOnlyList<Candidate> Candidates(TargetProfile target, string primitive)
    {
        var isa = Isa.ForProfile(target.Isas);
        var picked = Vectors(target);
        var tiles = TileModel.PanelWidths(isa, Columns).Select(v => TileModel.Choose(target, Repeats, Rows, Columns, Depth, v, Pitch, Arithmetic)).OfType<TileChoice>();
        return
        [
            .. tiles.Select(tile => new Candidate(FormattableString.Invariant($"{primitive}, tile {tile.Rows}x{tile.Vectors * isa.Lanes(ElementType.Float32)}"),
                TileModel.Cycles(target, Repeats, tile, Columns, Depth, Pitch, Arithmetic),
                (Arithmetic is { } a ? a.Unit * a.Weight.Size() : sizeof(float)) * (long)Matrices * PanelPacking.Of(isa, Columns, tile.Vectors).Floats(Depth),
                tile.Vectors == picked)).OrderBy(c => c.Cycles),
        ];
    }
}
