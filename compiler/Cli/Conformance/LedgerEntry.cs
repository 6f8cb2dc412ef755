using CompileModel.Diagnostics;

namespace CompileModel.Cli.Conformance;

/// <summary>One recorded outcome, for instance <c>node/test_abs: pass; Abs; f32; vector</c>.</summary>
/// <param name="Name">The case.</param>
/// <param name="Verdict">In a word.</param>
/// <param name="Operators">ONNX operators of the model; empty unless it was compiled.</param>
/// <param name="Types">Element types of its inputs.</param>
/// <param name="Kernel">What computes it; null unless it was compiled.</param>
public sealed record LedgerEntry(string Name, Verdict Verdict, IReadOnlyList<string> Operators, IReadOnlyList<string> Types, KernelKind? Kernel)
{
    /// <summary>What is recorded of an outcome.</summary>
    public static LedgerEntry Of(CaseOutcome outcome) => new(outcome.Name, outcome.Verdict, outcome.Operators, outcome.Types, outcome.Kernel);

    /// <summary>Reads a line.</summary>
    /// <exception cref="CompilationException">It is none of a ledger.</exception>
    public static LedgerEntry Parse(string line, string path)
    {
        int colon = line.LastIndexOf(": ", StringComparison.Ordinal);
        string[] parts = line[(colon + 2)..].Split("; ");
        if (colon < 0 || !Enum.TryParse(parts[0], ignoreCase: true, out Verdict verdict) || parts.Length is not (1 or 4))
            throw new CompilationException(DiagnosticCodes.BadTestData, $"'{line}' is not a line of a ledger", new(path), "a ledger is written by 'conformance --write-ledger'");
        return parts.Length == 1 ? new(line[..colon], verdict, [], [], null)
            : new(line[..colon], verdict, parts[1].Split(' '), parts[2].Split(' ', StringSplitOptions.RemoveEmptyEntries), Enum.TryParse(parts[3], ignoreCase: true, out KernelKind kind) ? kind : null);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Verdict.ToString().ToLowerInvariant()}"
        + (Kernel is null ? "" : $"; {string.Join(' ', Operators)}; {string.Join(' ', Types)}; {Kernel.ToString()!.ToLowerInvariant()}");
}
