using System.Globalization;
using CompileModel.IR;
using CompileModel.IR.Text;
using CompileModel.Passes;

namespace CompileModel.Cli;

/// <summary>Prints graphs and times of passes to standard error.</summary>
/// <param name="print">Passes whose result is printed; <c>all</c> stands for every pass.</param>
/// <param name="stopAfter">The pass to stop after, or null.</param>
/// <param name="time">Whether <see cref="PrintTimes"/> has something to say.</param>
internal sealed class PassLog(IReadOnlySet<string> print, string? stopAfter, bool time) : PassObserver
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

    /// <summary>Prints one line a pass, the slowest first.</summary>
    public void PrintTimes()
    {
        if (!time) return;
        foreach (var (pass, (total, runs, changes)) in times.OrderByDescending(t => t.Value.Time).ThenBy(t => t.Key, StringComparer.Ordinal))
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total.TotalMilliseconds,9:F1} ms  {runs,3} runs  {changes,3} changes  {pass}"));
    }
}
