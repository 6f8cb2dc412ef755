using CompileModel.Kernels.Gemm;
using CompileModel.Targets;

namespace CompileModel.Kernels.Tiling;

/// <summary>What a tile costs where factors lie along the lanes (<see cref="WideningLoop"/>): each row and column has a register, a unit is eight factors, a pass two units.</summary>
internal static class WideningTileCost
{
    /// <summary>The tallest tile.</summary>
    public const int MaxRows = 4;

    private const int Lanes = 4;

    // Cycles of a tile besides its passes: first loads, latencies at both ends, its share of a call; those of an odd unit; for each vector of sums the tree of additions, epilogue and store.
    private const double Overhead = 14, InOrderOverhead = 24, OddUnit = 4, InOrderOddUnit = 8, OfVector = 8, InOrderOfVector = 12;

    /// <summary>Vector registers that a tile takes: sums, both units of the rows, products of four sums, and the weights of the columns of these and of the next.</summary>
    public static int Registers(IssueFacts issue, int rows, int vectors)
        => rows * vectors * Lanes + 2 * rows + (issue.InOrder ? Lanes + 2 * Math.Max(2, (Lanes + rows - 1) / rows + (rows is 1 or 3 ? 1 : 0)) : Lanes);

    /// <summary>Cycles of one tile of <paramref name="depth"/> units of factors.</summary>
    public static double Cycles(IssueFacts issue, ProductArithmetic product, int rows, int vectors, int depth)
    {
        double sums = rows * vectors * Lanes, loads = rows + vectors * Lanes;
        var (passes, odd) = (depth / WideningLoop.Unroll, depth % WideningLoop.Unroll);
        var (perPass, perUnit) = (product.AddsPairs ? 3 * sums : 4 * sums, 2 * sums);
        if (issue.InOrder)
        {
            // Beside the arithmetic: two loads for each row and column, a step for each row, five for the loop.
            double Issue(double arithmetic, double others) => Math.Max(arithmetic + 2, (arithmetic + others) / issue.Width);
            return passes * Issue(perPass, 2 * loads + rows + 5) + odd * (Issue(perUnit, loads) + InOrderOddUnit) + InOrderOverhead + rows * vectors * InOrderOfVector;
        }

        // One of two arithmetic units multiplies.
        double Start(double products, double all, double loaded) => Math.Max(Math.Max(products, loaded), (all + loaded + 4) / issue.Width);
        return passes * Start(2 * sums, perPass, 2 * loads) + odd * (Start(sums, perUnit, loads) + OddUnit) + Overhead + rows * vectors * OfVector;
    }
}
