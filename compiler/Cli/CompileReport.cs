using System.Globalization;
using System.Text.Json;
using CompileModel.Emit;
using CompileModel.Text;

namespace CompileModel.Cli;

/// <summary>What the user hears about a finished compilation.</summary>
/// <param name="Name">Name of the program.</param>
/// <param name="Target">Target it was made for.</param>
/// <param name="Project">Folder of the sources.</param>
/// <param name="Program">The executable, or null when only sources were written.</param>
/// <param name="ProgramBytes">Its size, weights included.</param>
/// <param name="WeightBytes">Bytes of the weights.</param>
/// <param name="ArenaBytes">Bytes of the arena.</param>
/// <param name="ArenaLowerBound">The largest sum of live bytes at one moment.</param>
/// <param name="ScratchBytes">Bytes that each thread has for itself.</param>
/// <param name="Layers">Number of kernel calls.</param>
/// <param name="Macs">Multiply-accumulates of one inference.</param>
/// <param name="Seconds">Time of the compilation.</param>
/// <param name="ScalarNodes">Every node of more than a few elements that runs through a scalar loop, with the reason.</param>
internal sealed record CompileReport(
    string Name, string Target, string Project, string? Program, long? ProgramBytes, long WeightBytes, long ArenaBytes, long ArenaLowerBound,
    long ScratchBytes, int Layers, long Macs, double Seconds, IReadOnlyList<string> ScalarNodes)
{
    /// <summary>Elements that take no time worth a word, however they are computed.</summary>
    private const int Few = 16;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Gathers the facts.</summary>
    public static CompileReport Of(CompileSettings settings, EmittedModel emitted, string output, string? program, TimeSpan time) => new(
        settings.Name, settings.Target.Name, output, program, program is null ? null : new FileInfo(program).Length,
        emitted.Plan.Weights.Bytes.Length, emitted.Plan.ArenaBytes, emitted.Plan.LowerBound, emitted.ScratchBytes,
        emitted.Calls.Count, emitted.Calls.Sum(c => c.Info.Macs), Math.Round(time.TotalSeconds, 2),
        [.. emitted.Calls.Select(c => (c.Node, c.Template.ScalarReason)).Where(c => c.ScalarReason is not null && c.Node.PresentInputs.Concat(c.Node.PresentOutputs).Any(v => v.Shape.Count > Few)).Select(c => $"{c.Node.Where}: {c.ScalarReason}")]);

    /// <summary>The report for people.</summary>
    public string ToText()
    {
        var w = new CodeWriter();
        w.Line($"{Name} for {Target}: {Program ?? Project} ({Invariant($"{Seconds:F1}")} s)");
        if (ProgramBytes is { } bytes) w.Line($"  program   {Kilobytes(bytes - WeightBytes)} and {Kilobytes(WeightBytes)} of weights");
        else w.Line($"  weights   {Kilobytes(WeightBytes)}");
        w.Line($"  arena     {Kilobytes(ArenaBytes)} (lower bound {Kilobytes(ArenaLowerBound)})");
        if (ScratchBytes > 0) w.Line($"  scratch   {Kilobytes(ScratchBytes)} a thread");
        w.Line($"  work      {Invariant($"{Macs / 1e6:F1}")} million multiply-accumulates in {Layers} kernel calls");
        foreach (string node in ScalarNodes) w.Line($"  scalar    {node}");
        return w.ToString();
    }

    /// <summary>The report for scripts.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Indented) + "\n";

    private static string Kilobytes(long bytes) => Invariant($"{bytes / 1024.0:N1} KB");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
