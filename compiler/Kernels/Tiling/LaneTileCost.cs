using CompileModel.Targets;

namespace CompileModel.Kernels.Tiling;

/// <summary>What a tile costs where multiply-adds take a lane of a register (<see cref="Gemm.LaneLoop"/>): vectors of A serve four factors.</summary>
internal static class LaneTileCost
{
    /// <summary>The tallest tile.</summary>
    public const int MaxRows = 12;

    private const double Steps = 4;

    // Cycles for entering and leaving a micro-kernel: call, pointers, loop prologue.
    private const double Overhead = 14;

    /// <summary>Vector registers that a tile takes: sums, the rows, a panel and one more, or two panels where loads are ahead.</summary>
    public static int Registers(IssueFacts issue, int rows, int vectors) => rows * vectors + rows + (issue.InOrder ? 2 * vectors : vectors + 1);

    /// <summary>Cycles of one tile of <paramref name="depth"/> factors.</summary>
    public static double Cycles(IssueFacts issue, int rows, int vectors, int depth)
    {
        var multiplies = rows * vectors * Steps;
        var loads = rows + vectors * Steps;
        var loadInstructions = rows + (vectors + 1) / 2 * Steps;
        var cycles = Math.Max(multiplies / issue.FmaPerCycle, Steps * issue.FmaLatency);
        cycles = issue.InOrder
            ? cycles + 0.3 * loads / issue.LoadsPerCycle
            : Math.Max(Math.Max(cycles, loads / issue.LoadsPerCycle), (multiplies + loadInstructions + 3) / issue.Width) + 0.15 * loads / issue.LoadsPerCycle;
        return cycles / Steps * depth + Overhead + rows * vectors * 2.0;
    }
}
