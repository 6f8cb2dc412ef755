using CompileModel.Kernels.Gemm;
using CompileModel.Targets;

namespace CompileModel.Kernels.Tiling;

/// <summary>What a tile costs where factors lie along the lanes (<see cref="WideningLoop"/>): each row and column has a register, a unit is eight factors, a pass two or four units.</summary>
internal static class WideningTileCost
{
    /// <summary>The tallest tile.</summary>
    public const int MaxRows = 4;

    private const int Lanes = 4, VectorRegisters = 32;

    // Cycles of a tile besides its passes: first loads, latencies at both ends, its share of a call; those of an odd unit; for each vector of sums the tree of additions, epilogue and store.
    private const double Overhead = 12, InOrderOverhead = 24, OddUnit = 4, InOrderOddUnit = 8, OfVector = 6, InOrderOfVector = 7;

    // The same for tiles without a pass, which begin while the one before ends.
    private const double ShortOverhead = 8, OfShortVector = 10;

    // Cycles of a pass where registers are too few for the weights of all columns: the compiler of the emitted code joins loads of neighbors, and then has to move what they load.
    private const double InOrderMoves = 20;

    /// <summary>Vector registers that a tile takes: sums, both units of the rows, products of four sums, and the weights of the columns of these and of the next.</summary>
    public static int Registers(IssueFacts issue, int rows, int vectors)
        => rows * vectors * Lanes + 2 * rows + (issue.InOrder ? Lanes + 2 * Math.Max(2, (Lanes + rows - 1) / rows + (rows is 1 or 3 ? 1 : 0)) : Lanes);

    /// <summary>Cycles of one tile of <paramref name="depth"/> units of factors.</summary>
    public static double Cycles(IssueFacts issue, ProductArithmetic product, int rows, int vectors, int depth)
    {
        double sums = rows * vectors * Lanes, loads = rows + vectors * Lanes;
        var unroll = WideningLoop.Unroll(product);
        var (passes, odd) = (depth / unroll, depth % unroll);

        // Multiplications of each unit, additions of those that are summed in 16 bits.
        double Arithmetic(int units) => sums * (units + (units + product.Summed - 1) / product.Summed);
        if (issue.InOrder)
        {
            // Beside the arithmetic: a load for each row, column and unit, a step for each row, five for the loop.
            double Issue(double arithmetic, double others) => Math.Max(arithmetic + 4, 0.7 * (arithmetic + others));
            if (passes == 0 && vectors == 1 && odd <= product.Summed)
                return sums * (odd + 1.0 / ShortSums.Lanes(odd, product.Summed)) + ShortOverhead + rows * OfShortVector;
            var columns = vectors * Lanes;
            var moves = product.Summed <= WideningLoop.PairUnits && columns > Math.Max(Lanes, WideningRegisters.Of(VectorRegisters, rows, columns, product.Summed).Columns) ? InOrderMoves : 0;
            return passes * (Issue(Arithmetic(unroll), unroll * loads + rows + 5) + moves) + (odd == 0 ? 0 : Issue(Arithmetic(odd), odd * loads) + odd * InOrderOddUnit) + InOrderOverhead + rows * vectors * InOrderOfVector;
        }

        // One of two arithmetic units multiplies.
        double Start(double products, double all, double loaded) => Math.Max(Math.Max(products, loaded), (all + loaded + 4) / issue.Width);
        return passes * Start(unroll * sums, Arithmetic(unroll), unroll * loads) + (odd == 0 ? 0 : Start(odd * sums, Arithmetic(odd), odd * loads) + odd * OddUnit) + Overhead + rows * vectors * OfVector;
    }
}
