using CompileModel.IR;
using CompileModel.Targets;

namespace CompileModel.Kernels;

/// <summary>All strategies; the first that accepts a node wins.</summary>
public static class Lowerings
{
    /// <summary>The strategies in order, special ones first, generated scalar loops last.</summary>
    public static IReadOnlyList<ILowering> All { get; } =
    [
    ];

    /// <summary>The kernels for a node, or null when no strategy takes it.</summary>
    public static KernelPlan? Lower(Graph graph, Node node, TargetProfile target)
    {
        var context = new LoweringContext(graph, node, target);
        return All.Select(l => l.TryLower(node, context)).FirstOrDefault(p => p is not null);
    }
}
