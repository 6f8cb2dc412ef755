using CompileModel.Diagnostics;

namespace CompileModel.Cli.Conformance;

/// <summary>Recorded outcomes, one line a case: <c>node/test_abs: pass</c>.</summary>
internal static class Ledger
{
    /// <summary>Writes the outcomes.</summary>
    public static void Write(string path, IEnumerable<CaseOutcome> outcomes) => File.WriteAllLines(path, outcomes.Select(o => o.Line));

    /// <summary>The cases whose name contains <paramref name="filter"/> and that are worse than recorded, each with both verdicts. A case that is not recorded cannot be worse; one that was recorded and did not run is.</summary>
    /// <exception cref="CompilationException">The file is not a ledger.</exception>
    public static IReadOnlyList<string> Worse(string path, IReadOnlyList<CaseOutcome> outcomes, string filter)
    {
        var now = outcomes.ToDictionary(o => o.Name);
        List<string> worse = [];
        foreach (string line in File.ReadAllLines(path).Where(l => l.Length > 0))
        {
            int colon = line.LastIndexOf(": ", StringComparison.Ordinal);
            if (colon < 0 || !Enum.TryParse(line[(colon + 2)..], ignoreCase: true, out Verdict before))
                throw new CompilationException(DiagnosticCodes.BadTestData, $"'{line}' is not a line of a ledger", new(path), "a ledger is written by 'conformance --write-ledger'");
            string name = line[..colon];
            if (!name.Contains(filter, StringComparison.Ordinal)) continue;
            if (!now.TryGetValue(name, out var outcome)) worse.Add($"{name}: {before} before, not run now");
            else if (outcome.Verdict > before) worse.Add($"{name}: {before} before, {outcome.Verdict} now: {outcome.Detail}");
        }
        return worse;
    }
}
