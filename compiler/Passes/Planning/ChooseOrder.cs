using CompileModel.IR;

namespace CompileModel.Passes.Planning;

/// <summary>
/// Chooses the order of the nodes with the smallest peak of live memory among the model's own, depth-first orders, and a greedy one that always takes
/// the ready node that leaves the least memory live. The model's order wins ties, so it changes only for a gain.
/// </summary>
internal static class ChooseOrder
{
    /// <summary>The best order found.</summary>
    public static IReadOnlyList<Node> Run(Graph graph, AliasForest forest)
    {
        IReadOnlyList<IReadOnlyList<Node>> orders =
        [
            graph.Nodes,
            DepthFirst(graph, inputs => inputs),
            DepthFirst(graph, inputs => inputs.OrderByDescending(v => v.Type.Bytes)),
            DepthFirst(graph, inputs => inputs.OrderBy(v => v.Type.Bytes)),
            Greedy(graph, forest),
        ];
        return orders.MinBy(order => ArenaAllocator.LowerBound(new LivenessAnalysis(order, forest).Blocks))!;
    }

    private static List<Node> DepthFirst(Graph graph, Func<IEnumerable<Value>, IEnumerable<Value>> sort)
    {
        var result = new List<Node>();
        var done = new HashSet<Node>();
        var pending = new Stack<(Node Node, bool Ready)>();
        foreach (var output in graph.Outputs.Reverse())
            if (graph.Producer(output.Value) is { } producer) pending.Push((producer, false));
        while (pending.TryPop(out var item))
        {
            if (done.Contains(item.Node)) continue;
            if (item.Ready)
            {
                done.Add(item.Node);
                result.Add(item.Node);
                continue;
            }
            pending.Push((item.Node, true));
            foreach (var input in sort(item.Node.PresentInputs).Reverse())
                if (graph.Producer(input) is { } producer && !done.Contains(producer)) pending.Push((producer, false));
        }
        return result;
    }

    private static List<Node> Greedy(Graph graph, AliasForest forest)
    {
        var roots = graph.Nodes.ToDictionary(n => n, n => n.PresentInputs.Concat(n.PresentOutputs).Select(forest.Root).Where(r => r.Base == StorageBase.Arena).Distinct().ToArray());
        var uses = new Dictionary<AliasGroup, int>();
        foreach (var root in roots.Values.SelectMany(r => r)) uses[root] = uses.GetValueOrDefault(root) + 1;
        var live = new HashSet<AliasGroup>();
        var waiting = graph.Nodes.ToDictionary(n => n, n => n.PresentInputs.Select(graph.Producer).OfType<Node>().Distinct().Count());
        var ready = graph.Nodes.Where(n => waiting[n] == 0).ToList();
        var result = new List<Node>();
        while (ready.Count > 0)
        {
            var next = ready.MinBy(n => roots[n].Sum(r => (live.Contains(r) ? 0 : r.Anchor.Type.Bytes) - (uses[r] == 1 ? r.Anchor.Type.Bytes : 0)))!;
            ready.Remove(next);
            result.Add(next);
            foreach (var root in roots[next])
            {
                live.Add(root);
                if (--uses[root] == 0) live.Remove(root);
            }
            foreach (var user in next.PresentOutputs.SelectMany(graph.Users).Distinct())
                if (--waiting[user] == 0) ready.Add(user);
        }
        return result;
    }
}
