namespace CompileModel.Diagnostics;

/// <summary>Collects diagnostics so that all problems of a model are reported at once.</summary>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> items = [];

    /// <summary>Everything reported so far, in order, without repetitions.</summary>
    public IReadOnlyList<Diagnostic> Items => items;

    /// <summary>Whether anything reported so far stops the compilation.</summary>
    public bool HasErrors => items.Exists(d => d.Severity == Severity.Error);

    /// <summary>Adds a diagnostic unless the same one is there.</summary>
    public void Add(Diagnostic diagnostic)
    {
        if (!items.Contains(diagnostic)) items.Add(diagnostic);
    }

    /// <summary>Adds an error.</summary>
    public void Error(string code, string message, Location location = default, string? hint = null) => Add(new(code, Severity.Error, message, location, hint));

    /// <summary>Adds a warning.</summary>
    public void Warning(string code, string message, Location location = default, string? hint = null) => Add(new(code, Severity.Warning, message, location, hint));

    /// <summary>Adds a note.</summary>
    public void Note(string code, string message, Location location = default) => Add(new(code, Severity.Note, message, location));

    /// <summary>Ends the compilation when an error was reported.</summary>
    /// <exception cref="CompilationException">There are errors; it carries every diagnostic.</exception>
    public void ThrowIfErrors()
    {
        if (HasErrors) throw new CompilationException(items.ToArray());
    }
}
