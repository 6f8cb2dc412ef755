using System.Globalization;
using CompileModel.Bench.Cycles;
using CompileModel.Bench.Models;
using CompileModel.Bench.Report;
using CompileModel.Bench.Running;

namespace CompileModel.Bench.Cli;

/// <summary>One comparison: measures, prints, writes Markdown.</summary>
internal static class CompareRun
{
    private const int Inferences = 20;
    private static readonly int[] Threads = [1, 2];

    /// <summary>What to compare.</summary>
    /// <param name="Networks">The networks.</param>
    /// <param name="Cores">Cores to model.</param>
    /// <param name="Host">Whether to measure wall time on this machine.</param>
    /// <param name="Engines">Ours first.</param>
    /// <param name="Suffix">Of the names of sections in the Markdown.</param>
    /// <param name="AllCaches">Whether the caches of every core are simulated.</param>
    /// <param name="Rounds">How often each program runs for its wall time.</param>
    /// <param name="Markdown">File for the tables, or null.</param>
    internal sealed record Request(
        IReadOnlyList<Network> Networks, IReadOnlyList<string> Cores, bool Host, IReadOnlyList<IEngine> Engines, string Suffix, bool AllCaches, int Rounds, string? Markdown);

    /// <summary>Runs it; returns the exit code.</summary>
    public static int Run(Request request, IReadOnlyList<string> arguments)
    {
        var comparison = new Comparison(request.Engines, request.Networks, line => Console.Error.WriteLine(line));
        // Wall time first, while the machine is cool and quiet.
        if (request.Host) comparison.MeasureHost(new(request.Rounds, Inferences), Threads);
        foreach (string core in request.Cores) comparison.MeasureArm(core, request.AllCaches);
        foreach (var (section, sheets) in new ComparisonSheets(comparison, request.Cores, Threads).All())
        {
            foreach (var sheet in sheets) Sheets.Print(sheet);
            if (request.Markdown is { } path) Sheets.Write(path, section + request.Suffix, Caption(request, arguments, section) + Sheets.ToMarkdown(sheets));
        }
        return 0;
    }

    private static string Caption(Request request, IReadOnlyList<string> arguments, string section)
    {
        string timers = string.Join("; ", request.Cores.GroupBy(c => Core.Of(c).Timer.Source).Select(g => $"{string.Join(", ", g)}: {g.Key}"));
        string[] conditions =
        [
            $"`{string.Join(' ', arguments.Prepend("bench/run"))}`", string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd}"),
            .. section != "host" && timers.Length > 0 ? [$"cycles by {timers}"] : Array.Empty<string>(),
            .. section != "networks" && request.Host ? [$"this machine: {Machine()}"] : Array.Empty<string>(),
        ];
        return string.Join("; ", conditions) + ".\n\n";
    }

    private static string Machine()
    {
        string model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown";
        return $"{model}, {Environment.ProcessorCount} processors, as {Targets.TargetProfiles.Host().Description["this machine, as ".Length..]}";
    }
}
