using CompileModel.Targets;

namespace CompileModel.Kernels.Tiling;

/// <summary>What a tile costs where multiply-adds take a lane of a register (<see cref="Gemm.LaneLoop"/>): vectors of A serve four factors.</summary>
internal static class LaneTileCost
{
    private const double Steps = 4;

    // Cycles for entering and leaving a micro-kernel: call, pointers, loop prologue.
    private const double Overhead = 14;

    /// <summary>Vector registers that a tile takes: sums, a panel, the rows, one more.</summary>
    public static int Registers(int rows, int vectors) => rows * vectors + vectors + rows + 1;

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
