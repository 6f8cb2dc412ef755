using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CompileModel.Cli.Conformance;

/// <summary>What <c>conformance</c> prints.</summary>
internal static class ConformanceReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>One line a case that did not pass, the largest distance of each operator, and totals.</summary>
    public static string Text(string target, IReadOnlyList<CaseOutcome> outcomes)
    {
        var text = new StringBuilder();
        foreach (var o in outcomes.Where(o => o.Verdict != Verdict.Pass)) text.Append(CultureInfo.InvariantCulture, $"{o.Verdict.ToString().ToLowerInvariant(),-9} {o.Name}: {o.Detail}\n");
        var ulps = outcomes.Where(o => o.Verdict == Verdict.Pass && o.Operators.Count == 1 && o.MaxUlp > 0).GroupBy(o => o.Operators[0]).Select(g => (Operator: g.Key, Ulp: g.Max(o => o.MaxUlp))).OrderByDescending(u => u.Ulp).ToArray();
        if (ulps.Length > 0) text.Append(CultureInfo.InvariantCulture, $"\nlargest distance in ulp: {string.Join(", ", ulps.Select(u => $"{u.Operator} {u.Ulp}"))}\n");
        text.Append(CultureInfo.InvariantCulture, $"\n{target}: {outcomes.Count} cases");
        foreach (var group in outcomes.GroupBy(o => o.Verdict).OrderBy(g => g.Key)) text.Append(CultureInfo.InvariantCulture, $", {group.Count()} {group.Key.ToString().ToLowerInvariant()}");
        int constant = outcomes.Count(o => o.Verdict == Verdict.Pass && o.Detail.Length > 0);
        return text.Append(CultureInfo.InvariantCulture, $"; {constant} of the passed ones with some inputs constant\n").ToString();
    }

    /// <summary>Everything, for scripts.</summary>
    public static string Json(string target, IReadOnlyList<CaseOutcome> outcomes) => JsonSerializer.Serialize(new
    {
        target,
        totals = outcomes.GroupBy(o => o.Verdict).OrderBy(g => g.Key).ToDictionary(g => g.Key.ToString().ToLowerInvariant(), g => g.Count()),
        cases = outcomes.Select(o => new { o.Name, verdict = o.Verdict.ToString().ToLowerInvariant(), o.Detail, o.Operators, o.MaxUlp }),
    }, Indented) + "\n";
}
