using CompileModel.Bench.Tools;

namespace CompileModel.Bench.Running;

/// <summary>Wall time of several programs on this machine. They run by turns, round after round, so that a disturbance hits all of them; each on the same processors.</summary>
/// <param name="rounds">How often each program runs.</param>
/// <param name="inferences">Inferences a run, after a fifth of that as warm-up.</param>
public sealed class PairedTimer(int rounds, int inferences)
{
    /// <summary>The least of the quickest inferences, and the median of the rounds' medians, of each program.</summary>
    public IReadOnlyList<InferenceTimes> Run(IReadOnlyList<Runnable> programs, int threads)
    {
        var times = programs.Select(_ => new List<InferenceTimes>()).ToArray();
        for (int round = 0; round < rounds; round++)
            for (int i = 0; i < programs.Count; i++) times[i].Add(Once(programs[i], threads));
        return [.. times.Select(t => new InferenceTimes(t.Min(x => x.Min), Median([.. t.Select(x => x.Median).Order()])))];
    }

    private InferenceTimes Once(Runnable program, int threads)
    {
        // The last processors: the first one has the system's interrupts.
        int count = Environment.ProcessorCount, first = Math.Max(0, count - threads);
        string[] pinned = ["-c", $"{first}-{count - 1}", program.Program, .. program.For(inferences, Math.Max(2, inferences / 5), threads)];
        string taskset = Tool.Find("util-linux", "taskset");
        var outcome = Environment.IsPrivilegedProcess ? Tool.Run(Tool.Find("coreutils", "nice"), ["-n", "-20", taskset, .. pinned]) : Tool.Run(taskset, pinned);
        return InferenceTimes.Parse(outcome.Output);
    }

    private static double Median(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
