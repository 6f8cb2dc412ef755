using CompileModel.IR;
using CompileModel.Kernels.Gemm;
using CompileModel.Targets;

namespace CompileModel.Kernels.Tiling;

/// <summary>What a tile costs where factors of A are broadcast from memory (<see cref="Gemm.BroadcastLoop"/>).</summary>
internal static class BroadcastTileCost
{
    /// <summary>The tallest tile: most images are a multiple of 14 wide or 14 * 14 positions large; 16 transformed tiles of 7 * 7 positions read the weights of their place once.</summary>
    public static int MaxRows(ProductArithmetic product) => product.Weight == ElementType.Int16 ? 16 : 14;

    // Cycles for entering and leaving a micro-kernel: call, pointers, loop prologue.
    private const double Overhead = 14;

    // Cycles that a byte of a panel adds when every tile reads it again from the second-level cache, or from behind it.
    private const double SecondLevelByte = 1.0 / 128, FartherByte = 1.0 / 32;

    // Cycles for the start, epilogue and store of each sum.
    private const double OfSum = 2, OfIntegerSum = 5;

    // Of the cycles that multiplications and additions of integers take one after the other, what is left where the core overlaps them (measured on Zen 4 against float32 layers of the same shapes).
    private const double Overlapped = 0.65;

    // Cycles that a row adds to each factor when the rows evict each other from the first-level cache.
    private const double Conflict = 0.6;

    /// <summary>Vector registers that a tile takes: sums, a panel, the factor, and products where they are added by another instruction: the second of two takes the register of the factor where it is the row's last.</summary>
    public static int Registers(ProductArithmetic product, int rows, int vectors) => rows * vectors + vectors + (product.IsFloat ? 1 : vectors <= 2 ? 2 : 3);

    /// <summary>Cycles of one tile of <paramref name="depth"/> units of factors whose rows are <paramref name="pitch"/> units apart.</summary>
    public static double Cycles(TargetProfile target, ProductArithmetic product, int rows, int vectors, int depth, int pitch)
    {
        var issue = target.Issue;
        // A sum of integer products is a multiplication and an addition.
        double multiplies = rows * vectors * (product.IsFloat ? 1 : vectors <= 2 ? 2 : 3);
        var loads = rows + vectors;
        var cycles = Math.Max(multiplies / issue.FmaPerCycle, issue.FmaLatency);
        cycles = Math.Max(Math.Max(cycles, loads / issue.LoadsPerCycle), (multiplies + loads + 3) / issue.Width) + 0.15 * loads / issue.LoadsPerCycle;
        if (rows > 1)
            cycles += Streaming(target, vectors * target.VectorBits / 8 * product.Unit * product.Weight.Size() / sizeof(float), depth);
        if (rows > 1 && Crowd(target.Caches[0], rows, pitch * sizeof(float)) >= target.Caches[0].Ways)
            cycles += Conflict * rows;
        cycles = cycles * depth + Overhead + rows * vectors * (product.IsFloat ? OfSum : OfIntegerSum);
        return product.IsFloat ? cycles : cycles * Overlapped;
    }

    private static double Streaming(TargetProfile target, int bytesOfStep, int depth)
    {
        var panel = (long)bytesOfStep * depth;
        return panel <= target.Caches[0].Bytes / 2 ? 0
            : panel <= (target.Cache(2)?.Bytes ?? 0) * 3L / 4 ? bytesOfStep * SecondLevelByte : bytesOfStep * FartherByte;
    }

    /// <summary>The most rows whose current factors lie in one set of a cache.</summary>
    private static int Crowd(CacheLevel cache, int rows, int pitch)
        => Enumerable.Range(0, rows).GroupBy(r => (long)r * pitch / cache.Line % cache.Sets).Max(g => g.Count());
}
