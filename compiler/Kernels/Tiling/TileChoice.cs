namespace CompileModel.Kernels.Tiling;

/// <summary>A register tile and how it covers the rows: the first <paramref name="BigTiles"/> tiles have <paramref name="Rows"/> rows, the others one fewer.</summary>
/// <param name="Rows">rows of the bigger tiles</param>
/// <param name="Vectors">vectors of columns</param>
/// <param name="Tiles">tiles that cover all rows</param>
/// <param name="BigTiles">how many of them are of full height</param>
public sealed record TileChoice(int Rows, int Vectors, int Tiles, int BigTiles)
{
    /// <summary>First row of a tile.</summary>
    public Builder.Int FirstRow(Builder.Int tile) => BigTiles == Tiles ? tile * Rows : tile * (Rows - 1) + Builder.Int.Min(tile, BigTiles);
}
