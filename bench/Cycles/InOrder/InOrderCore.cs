namespace CompileModel.Bench.Cycles.InOrder;

/// <summary>
/// What tells the two in-order cores apart. Common to both: two instructions a cycle in program order; two vector pipes of 64 bits, so one 128-bit operation a cycle; one pipe for loads
/// and stores, which loads 64 bits of vectors and stores 128 a cycle; an insertion from a general register takes neither vector pipe.
/// </summary>
/// <param name="Name">The target's name.</param>
/// <param name="VectorLoadLatency">Cycles from a vector load to its use.</param>
/// <param name="QuadLoadPairs">Whether a 128-bit load issues in one cycle with 128-bit arithmetic.</param>
/// <param name="PairLoadCycles">Cycles that a load of two general registers keeps the load pipe.</param>
/// <param name="ToGeneralLatency">Cycles from a vector register to a general one.</param>
/// <param name="Column">Picks this core's cost of a line of the table, for 64 and for 128 bits.</param>
public sealed record InOrderCore(string Name, int VectorLoadLatency, bool QuadLoadPairs, int PairLoadCycles, int ToGeneralLatency, Func<VectorRule, (Cost Double, Cost Quad)> Column)
{
    /// <summary>Cortex-A53.</summary>
    public static readonly InOrderCore CortexA53 = new("cortex-a53", 5, false, 2, 5, r => (r.A53, r.A53Quad ?? r.A53));

    /// <summary>Cortex-A55.</summary>
    public static readonly InOrderCore CortexA55 = new("cortex-a55", 4, true, 1, 3, r => (r.A55, r.A55Quad ?? r.A55));
}
