using CompileModel.Diagnostics;

namespace CompileModel.Frontend;

/// <summary>Checks that nodes stand in topological order, as ONNX demands; sorts them when they do not, and finds circles.</summary>
internal static class NodeOrder
{
    /// <summary>The nodes, producers before consumers. Those on a circle, and all that depend on them, are left out after the error.</summary>
    public static IReadOnlyList<SourceNode> Sort(IReadOnlyList<SourceNode> nodes, string file, DiagnosticBag diagnostics)
    {
        var producer = new Dictionary<string, int>();
        for (int i = 0; i < nodes.Count; i++)
            foreach (string output in nodes[i].Proto.Output.Where(o => o.Length > 0)) producer.TryAdd(output, i);

        var inputs = nodes.Select(n => n.Proto.Input.Where(producer.ContainsKey).Select(name => producer[name]).Distinct().ToArray()).ToArray();
        if (!inputs.Select((list, i) => list.Any(p => p >= i)).Any(late => late)) return nodes;

        var waiting = inputs.Select(list => list.Length).ToArray();
        var consumers = nodes.Select(_ => new List<int>()).ToArray();
        for (int i = 0; i < nodes.Count; i++)
            foreach (int p in inputs[i]) consumers[p].Add(i);
        var ready = new SortedSet<int>(Enumerable.Range(0, nodes.Count).Where(i => waiting[i] == 0));
        var order = new List<int>();
        while (ready.Count > 0)
        {
            int i = ready.Min;
            ready.Remove(i);
            order.Add(i);
            foreach (int c in consumers[i])
                if (--waiting[c] == 0) ready.Add(c);
        }
        if (order.Count == nodes.Count)
            diagnostics.Warning(DiagnosticCodes.UnsortedGraph, "the nodes are not in topological order, which ONNX demands; they were sorted", new Location(file));
        else
            diagnostics.Error(DiagnosticCodes.CyclicGraph, "nodes depend on each other in a circle: " + Circle(nodes, inputs, waiting), new Location(file));
        return [.. order.Select(i => nodes[i])];
    }

    /// <summary>Walks backwards among the nodes that never became ready until one repeats.</summary>
    private static string Circle(IReadOnlyList<SourceNode> nodes, int[][] inputs, int[] waiting)
    {
        var path = new List<int>();
        int at = Array.FindIndex(waiting, w => w > 0);
        while (!path.Contains(at))
        {
            path.Add(at);
            at = inputs[at].First(p => waiting[p] > 0);
        }
        path.Reverse();
        var circle = path[..(path.IndexOf(at) + 1)];
        string names = string.Join(" -> ", circle.Take(8).Select(i => $"'{(nodes[i].Name.Length > 0 ? nodes[i].Name : nodes[i].Proto.OpType)}' (node {nodes[i].Index})"));
        return circle.Count > 8 ? names + " -> ..." : names;
    }
}
