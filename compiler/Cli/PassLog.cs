using System.Globalization;
using CompileModel.Cli.Inspection;
using CompileModel.IR;
using CompileModel.IR.Text;
using CompileModel.Passes;
using CompileModel.Targets;

namespace CompileModel.Cli;

/// <summary>Prints graphs, times of passes and reasons for kernels to standard error.</summary>
/// <param name="print">Passes whose result is printed; <c>all</c> stands for every pass.</param>
/// <param name="stopAfter">The pass to stop after, or null.</param>
/// <param name="time">Whether <see cref="PrintTimes"/> has something to say.</param>
/// <param name="whyKernel">The node whose kernel is explained, or null.</param>
internal sealed class PassLog(IReadOnlySet<string> print, string? stopAfter, bool time, string? whyKernel) : PassObserver
{
    private readonly Dictionary<string, (TimeSpan Time, int Runs, int Changes)> times = [];

    /// <inheritdoc/>
    public override bool After(string pass, Graph graph, bool changed, TimeSpan spent)
    {
        var (total, runs, changes) = times.GetValueOrDefault(pass);
        times[pass] = (total + spent, runs + 1, changes + (changed ? 1 : 0));
        bool stop = pass == stopAfter;
        if (stop || (changed && (print.Contains(pass) || print.Contains("all")))) Console.Error.WriteLine($"// after {pass}\n{GraphPrinter.Print(graph)}");
        return !stop;
    }

    /// <inheritdoc/>
    public override void Lowering(Graph graph, TargetProfile target)
    {
        if (whyKernel is not null) Console.Error.Write(KernelReasons.Of(graph, target, whyKernel));
    }

    /// <summary>Prints one line a pass, the slowest first.</summary>
    public void PrintTimes()
    {
        if (!time) return;
        foreach (var (pass, (total, runs, changes)) in times.OrderByDescending(t => t.Value.Time).ThenBy(t => t.Key, StringComparer.Ordinal))
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total.TotalMilliseconds,9:F1} ms  {runs,3} runs  {changes,3} changes  {pass}"));
    }
}
