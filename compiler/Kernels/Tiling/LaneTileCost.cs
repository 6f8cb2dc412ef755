using CompileModel.Kernels.Gemm;
using CompileModel.Targets;

namespace CompileModel.Kernels.Tiling;

/// <summary>What a tile costs where multiply-adds take a lane of a register (<see cref="Gemm.LaneLoop"/>): vectors of A serve four units.</summary>
internal static class LaneTileCost
{
    /// <summary>The tallest tile.</summary>
    public const int MaxRows = 12;

    private const double Steps = 4;

    // Cycles of a tile besides its passes: first loads, latencies at both ends, its share of a call; for each sum its start, epilogue and store (of integers: with requantization).
    private const double Overhead = 14, InOrderOverhead = 20, OfSum = 2, OfIntegerSum = 5;

    // Stalls of an in-order core that the count of instructions does not show.
    private const double Stalls = 1.015;

    /// <summary>Vector registers that a tile takes: sums, the rows, a panel and one more, or two panels where loads are ahead.</summary>
    public static int Registers(IssueFacts issue, int rows, int vectors) => rows * vectors + rows + (issue.InOrder ? 2 * vectors : vectors + 1);

    /// <summary>Cycles of one tile of <paramref name="depth"/> units of factors.</summary>
    public static double Cycles(IssueFacts issue, ProductArithmetic product, int rows, int vectors, int depth)
    {
        var steps = Steps * product.Parts;
        var multiplies = rows * vectors * steps;
        var chain = Math.Max(multiplies / issue.FmaPerCycle, steps * issue.FmaLatency);
        var passes = depth / Steps;
        var ofSum = product.IsFloat ? OfSum : OfIntegerSum;
        if (issue.InOrder)
        {
            // Beside the multiply-adds: three instructions for a vector of the panel, one for half a vector, two loads and a step for a row of A, three for the loop.
            var others = (product.IsSplit ? 1 : 3) * steps * vectors + 3 * rows + 3;
            return Math.Max(chain, (multiplies + others) / issue.Width) * Stalls * passes + InOrderOverhead + rows * vectors * ofSum;
        }
        var loads = rows + vectors * steps;
        var loadInstructions = rows + (vectors + 1) / 2 * steps;
        var cycles = Math.Max(Math.Max(chain, loads / issue.LoadsPerCycle), (multiplies + loadInstructions + 3) / issue.Width) + 0.15 * loads / issue.LoadsPerCycle;
        return cycles * passes + Overhead + rows * vectors * ofSum;
    }
}
