using System.Diagnostics;
using CompileModel.Diagnostics;
using CompileModel.IR;
using CompileModel.IR.Text;

namespace CompileModel.Passes;

/// <summary>Runs passes: applies each patch, verifies the graph after it in every build, and tells the observer.</summary>
public sealed class PassManager(PassObserver? observer = null)
{
    /// <summary>More rounds than this mean that two passes undo each other.</summary>
    private const int MaxRounds = 200;

    private readonly PassObserver observer = observer ?? new();

    /// <summary>Whether the observer stopped the pipeline.</summary>
    public bool Stopped { get; private set; }

    /// <summary>Runs every group that reaches at most <paramref name="until"/>.</summary>
    /// <exception cref="InternalCompilerException">A pass broke an invariant, or the passes of a group never settle.</exception>
    public Graph Run(Graph graph, IReadOnlyList<PassGroup> groups, Stage until)
    {
        foreach (var group in groups.Where(g => g.Reaches <= until && g.Reaches >= graph.Stage))
        {
            graph = Promote(graph, group.Runs, group.Name);
            graph = RunGroup(graph, group);
            if (Stopped) return graph;
            if (graph.Stage >= group.Reaches) continue;
            graph = Promote(graph, group.Reaches, group.Name);
            observer.Reached(graph.Stage, graph);
        }
        return graph;
    }

    /// <summary>Runs one pass once.</summary>
    /// <returns>The graph itself when the pass had nothing to do.</returns>
    public static Graph Run(Graph graph, IPass pass)
    {
        var patch = pass.Run(graph);
        if (patch is null || patch.IsEmpty) return graph;
        return Verified(patch.Apply(), pass.Name);
    }

    private Graph RunGroup(Graph graph, PassGroup group)
    {
        for (int round = 0; round < MaxRounds; round++)
        {
            var before = graph;
            foreach (var pass in group.Passes)
            {
                long start = Stopwatch.GetTimestamp();
                var next = Run(graph, pass);
                bool go = observer.After(pass.Name, next, next != graph, Stopwatch.GetElapsedTime(start));
                graph = next;
                if (!go)
                {
                    Stopped = true;
                    return graph;
                }
            }
            if (!group.ToFixedPoint || graph == before) return graph;
        }
        throw new InternalCompilerException($"the passes of '{group.Name}' do not settle", GraphPrinter.Print(graph));
    }

    /// <summary>Raises the stage one contract at a time and checks each.</summary>
    private static Graph Promote(Graph graph, Stage stage, string after)
    {
        while (graph.Stage < stage) graph = Verified(graph.At(graph.Stage + 1), after);
        return graph;
    }

    private static Graph Verified(Graph graph, string after)
    {
        try
        {
            Verifier.Verify(graph, after);
            return graph;
        }
        catch (InternalCompilerException e)
        {
            throw new InternalCompilerException(e.Message, GraphPrinter.Print(graph));
        }
    }
}
