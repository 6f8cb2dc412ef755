using CompileModel.Kernels.Isas;
using CompileModel.Targets;

namespace CompileModel.Kernels.Tiling;

/// <summary>What a tile costs where factors of A are broadcast from memory (<see cref="Gemm.BroadcastLoop"/>).</summary>
internal static class BroadcastTileCost
{
    // Cycles for entering and leaving a micro-kernel: call, pointers, loop prologue.
    private const double Overhead = 14;

    /// <summary>Vector registers that a tile takes: sums, a panel, the factor, and what AVX-512 code needs besides.</summary>
    public static int Registers(Isa isa, int rows, int vectors) => rows * vectors + vectors + 1 + (isa.VectorBits == 512 ? 2 : 0);

    /// <summary>Cycles of one tile of <paramref name="depth"/> factors.</summary>
    public static double Cycles(IssueFacts issue, int rows, int vectors, int depth)
    {
        double multiplies = rows * vectors;
        var loads = rows + vectors;
        var cycles = Math.Max(multiplies / issue.FmaPerCycle, issue.FmaLatency);
        cycles = Math.Max(Math.Max(cycles, loads / issue.LoadsPerCycle), (multiplies + loads + 3) / issue.Width) + 0.15 * loads / issue.LoadsPerCycle;
        return cycles * depth + Overhead + rows * vectors * 2.0;
    }
}
