namespace CompileModel.Kernels.Gemm;

/// <summary>
/// What <see cref="PipelinedWideningLoop"/> holds in registers besides the sums: the products of a block, units of rows of A, and units of some columns of weights.
/// What does not fit is loaded again in turn.
/// </summary>
/// <param name="RowUnits">units of each row: all of a pass, or fewer</param>
/// <param name="ColumnUnits">units of each column</param>
/// <param name="Columns">columns with registers of their own; column c has those of c modulo this</param>
/// <param name="BlockColumns">columns of a block, or 0 where blocks are of <see cref="PairBlock"/> sums</param>
internal sealed record WideningRegisters(int RowUnits, int ColumnUnits, int Columns, int BlockColumns)
{
    // Sums of a block of products of two units.
    private const int PairBlock = 4;

    /// <summary>The registers for a tile.</summary>
    /// <param name="registers">vector registers of the core</param>
    /// <param name="rows">rows of the tile</param>
    /// <param name="columns">columns of the tile</param>
    /// <param name="summed">units whose products are added in 16 bits</param>
    public static WideningRegisters Of(int registers, int rows, int columns, int summed)
    {
        if (summed <= WideningLoop.PairUnits)
            return new(WideningLoop.PairUnits, WideningLoop.PairUnits, Math.Min((registers - rows * columns - 2 * rows - PairBlock) / 2, columns), 0);

        // Four products at least are on their way, as many as a multiplication takes cycles.
        const int Products = 4, ColumnUnits = 2;
        var block = Math.Min(Math.Max(2, Products / rows), columns);
        var free = registers - rows * columns - rows * block - ColumnUnits * block;
        return new(free / rows >= summed ? summed : free / rows >= 2 ? 2 : 1, ColumnUnits, block, block);
    }

    /// <summary>The sums in the order in which they are taken, by blocks. Where a row has one register, its factors serve all columns of a block one after the other.</summary>
    public IEnumerable<(int Row, int Column)[]> Blocks(int rows, int columns)
    {
        if (BlockColumns == 0)
            return Enumerable.Range(0, rows * columns).Select(i => (i % rows, i / rows)).Chunk(PairBlock);
        return Enumerable.Range(0, columns).Chunk(BlockColumns).Select(block => RowUnits == 1
            ? Enumerable.Range(0, rows).SelectMany(r => block.Select(c => (r, c))).ToArray()
            : [.. block.SelectMany(c => Enumerable.Range(0, rows).Select(r => (r, c)))]);
    }
}
