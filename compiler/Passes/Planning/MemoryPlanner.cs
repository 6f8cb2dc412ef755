using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.IR.Operators;
using CompileModel.Kernels;

namespace CompileModel.Passes.Planning;

/// <summary>
/// From a Lowered graph to a <see cref="MemoryPlan"/>: views, order, in-place results, offsets. Deterministic. <see cref="MemoryPlanVerifier"/> checks
/// every plan.
/// </summary>
public static class MemoryPlanner
{
    /// <summary>Plans a graph of kernel calls and ReshapeTo nodes.</summary>
    public static MemoryPlan Plan(Graph graph)
    {
        foreach (var node in graph.Nodes)
            if (node.Operator is not (KernelCall or ReshapeTo)) throw new InternalCompilerException($"memory plan: {node.Operator.Name} is not a kernel call");

        var forest = new AliasForest(graph);
        PlaceViews.Run(graph, forest);                  // first: they save copies, and fix what an order is worth
        var order = ChooseOrder.Run(graph, forest);
        PlaceInPlace.Run(order, forest);                // needs to know who reads last
        var liveness = new LivenessAnalysis(order, forest);
        var groups = liveness.ArenaGroups;
        var (offsets, size) = ArenaAllocator.Allocate(liveness.Blocks);
        var offset = groups.Select((g, i) => (g, i)).ToDictionary(p => p.g, p => offsets[p.i]);

        var steps = order.Select(n => (Node: n, Left: PlaceViews.Remainder(n, forest))).Where(s => s.Left is not null).ToArray();
        var weights = WeightsBlob.Pack(steps.SelectMany(s => s.Left!.Value.Inputs).Select(v => Constant(graph, forest, v)).OfType<Value>().Select(v => (v, graph.Constants[v])));
        var storages = new Dictionary<Value, Storage>();
        foreach (var value in forest.Values)
        {
            var root = forest.Root(value);
            var place = forest.Resolve(value) ?? throw new InternalCompilerException($"memory plan: {value} has no strides");
            long start = root.Base switch
            {
                StorageBase.Arena => offset.GetValueOrDefault(root),
                StorageBase.Weights => weights.Offsets.GetValueOrDefault(Constant(graph, forest, value)!),
                _ => 0,
            };
            storages.Add(value, new(root.Base, root.Index, start + place.Offset, place.Layout));
        }
        (Value, Storage) Placed(Value value) => (value, storages[value]);
        var members = forest.Values.GroupBy(forest.Root).ToDictionary(g => g.Key, g => (IReadOnlyList<Value>)[.. g.OrderBy(v => v.Name, StringComparer.Ordinal)]);
        var blocks = liveness.Blocks;
        var plan = new MemoryPlan(
            new Graph(graph.Name, graph.Stage, graph.Inputs, graph.Outputs, order, graph.Constants),
            [.. steps.Select(s => new PlannedStep(s.Node, s.Left!.Value.Template, [.. s.Left!.Value.Inputs.Select(Placed)], [.. s.Node.PresentOutputs.Select(Placed)]))],
            storages, size, ArenaAllocator.LowerBound(blocks), weights,
            [.. groups.Select((g, i) => (offsets[i], blocks[i], members[g])).OrderBy(b => b.Item1).ThenBy(b => b.Item2.First)]);
        MemoryPlanVerifier.Verify(plan);
        return plan;
    }

    private static Value? Constant(Graph graph, AliasForest forest, Value value) =>
        forest.Root(value) is { Base: StorageBase.Weights } root ? root.Members.First(graph.Constants.ContainsKey) : null;
}
