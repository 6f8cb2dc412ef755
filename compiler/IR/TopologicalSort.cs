using CompileModel.Diagnostics;

namespace CompileModel.IR;

/// <summary>Orders nodes so that producers stand before consumers, as close to the given order as that allows.</summary>
public static class TopologicalSort
{
    /// <summary>The nodes that <paramref name="roots"/> depend on, sorted.</summary>
    /// <exception cref="InternalCompilerException">The nodes depend on each other in a circle.</exception>
    public static IReadOnlyList<Node> Live(IReadOnlyList<Node> nodes, IEnumerable<Value> roots)
    {
        var producer = new Dictionary<Value, int>();
        for (int i = 0; i < nodes.Count; i++)
            foreach (var output in nodes[i].PresentOutputs) producer[output] = i;

        var live = new bool[nodes.Count];
        var pending = new Stack<int>(roots.Where(producer.ContainsKey).Select(v => producer[v]));
        while (pending.TryPop(out int i))
        {
            if (live[i]) continue;
            live[i] = true;
            foreach (var input in nodes[i].PresentInputs)
                if (producer.TryGetValue(input, out int p)) pending.Push(p);
        }

        var waiting = new int[nodes.Count];
        var consumers = new List<int>[nodes.Count];
        for (int i = 0; i < nodes.Count; i++)
        {
            if (!live[i]) continue;
            foreach (int p in nodes[i].PresentInputs.Where(producer.ContainsKey).Select(v => producer[v]).Distinct())
            {
                waiting[i]++;
                (consumers[p] ??= []).Add(i);
            }
        }
        var ready = new SortedSet<int>(Enumerable.Range(0, nodes.Count).Where(i => live[i] && waiting[i] == 0));
        var result = new List<Node>();
        while (ready.Count > 0)
        {
            int i = ready.Min;
            ready.Remove(i);
            result.Add(nodes[i]);
            foreach (int c in consumers[i] ?? [])
                if (--waiting[c] == 0) ready.Add(c);
        }
        return result.Count == live.Count(l => l) ? result : throw new InternalCompilerException("nodes depend on each other in a circle");
    }
}
