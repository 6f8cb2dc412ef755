using CompileModel.IR;

namespace CompileModel.Passes.Planning;

/// <summary>The Planned stage: the order of the calls and the place of every value.</summary>
/// <param name="Graph">The lowered graph, nodes in the order of execution.</param>
/// <param name="Steps">The calls; nodes that became views are not among them.</param>
/// <param name="Storages">Where each value lies.</param>
/// <param name="ArenaBytes">Size of the arena.</param>
/// <param name="LowerBound">The largest sum of live bytes at one step of this order: no arena can be smaller.</param>
/// <param name="Weights">The constants.</param>
/// <param name="Blocks">What the arena holds, for the map: the values of each block, its offset, size and live range.</param>
public sealed record MemoryPlan(
    Graph Graph,
    IReadOnlyList<PlannedStep> Steps,
    IReadOnlyDictionary<Value, Storage> Storages,
    long ArenaBytes,
    long LowerBound,
    WeightsBlob Weights,
    IReadOnlyList<(long Offset, ArenaBlock Block, IReadOnlyList<Value> Values)> Blocks);
