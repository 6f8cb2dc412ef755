namespace CompileModel.Diagnostics;

/// <summary>The user's model, options or machine do not allow the compilation; carries the diagnostics that say why.</summary>
public sealed class CompilationException(params IReadOnlyList<Diagnostic> diagnostics)
    : Exception(string.Join('\n', diagnostics.Where(d => d.Severity == Severity.Error)))
{
    /// <summary>All diagnostics, errors among them.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;

    /// <summary>An exception for one error.</summary>
    public CompilationException(string code, string message, Location location = default, string? hint = null)
        : this([new Diagnostic(code, Severity.Error, message, location, hint)]) { }
}
