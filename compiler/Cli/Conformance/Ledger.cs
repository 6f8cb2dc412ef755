namespace CompileModel.Cli.Conformance;

/// <summary>Recorded outcomes, one line a case.</summary>
public static class Ledger
{
    /// <summary>Writes the outcomes.</summary>
    public static void Write(string path, IEnumerable<CaseOutcome> outcomes) => File.WriteAllLines(path, outcomes.Select(o => LedgerEntry.Of(o).ToString()));

    /// <summary>What is recorded.</summary>
    /// <exception cref="Diagnostics.CompilationException">The file is not a ledger.</exception>
    public static IReadOnlyList<LedgerEntry> Read(string path) => [.. File.ReadAllLines(path).Where(l => l.Length > 0).Select(l => LedgerEntry.Parse(l, path))];

    /// <summary>The cases whose name contains <paramref name="filter"/> and that are worse than recorded, each with both verdicts. A case that is not recorded cannot be worse; one that was recorded and did not run is.</summary>
    /// <exception cref="Diagnostics.CompilationException">The file is not a ledger.</exception>
    public static IReadOnlyList<string> Worse(string path, IReadOnlyList<CaseOutcome> outcomes, string filter)
    {
        var now = outcomes.ToDictionary(o => o.Name);
        List<string> worse = [];
        foreach (var (name, before, _, _, _) in Read(path).Where(e => e.Name.Contains(filter, StringComparison.Ordinal)))
        {
            if (!now.TryGetValue(name, out var outcome)) worse.Add($"{name}: {before} before, not run now");
            else if (outcome.Verdict > before) worse.Add($"{name}: {before} before, {outcome.Verdict} now: {outcome.Detail}");
        }
        return worse;
    }
}
