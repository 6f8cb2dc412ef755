using CompileModel.IR;
using CompileModel.Kernels;

namespace CompileModel.Passes.Planning;

/// <summary>From which to which step the memory of each group is in use. Step i is node i of an order; memory of the caller's outputs is in use to the end.</summary>
internal sealed class LivenessAnalysis
{
    private readonly Dictionary<AliasGroup, (int First, int Last)> ranges = [];

    /// <summary>Analyses an order of the nodes.</summary>
    public LivenessAnalysis(IReadOnlyList<Node> order, AliasForest forest)
    {
        for (int step = 0; step < order.Count; step++)
        {
            if (PlaceViews.Remainder(order[step], forest) is not var (_, inputs)) continue;
            foreach (var value in inputs.Concat(order[step].PresentOutputs))
            {
                var root = forest.Root(value);
                ranges[root] = ranges.TryGetValue(root, out var range) ? (range.First, step) : (step, step);
            }
        }
        foreach (var root in ranges.Keys.Where(r => r.Base == StorageBase.Output).ToArray()) ranges[root] = (ranges[root].First, order.Count);
    }

    /// <summary>The groups of the arena, in the order of their first use.</summary>
    public IReadOnlyList<AliasGroup> ArenaGroups => [.. ranges.Keys.Where(r => r.Base == StorageBase.Arena)];

    /// <summary>First and last step that touches the memory a root group owns.</summary>
    public (int First, int Last) Range(AliasGroup root) => ranges[root];

    /// <summary>The blocks of the arena, one a group of <see cref="ArenaGroups"/>.</summary>
    public IReadOnlyList<ArenaBlock> Blocks => [.. ArenaGroups.Select(g => new ArenaBlock(g.Anchor.Type.Bytes, ranges[g].First, ranges[g].Last))];
}
