namespace CompileModel.Diagnostics;

/// <summary>An invariant of the compiler itself is broken; never the user's fault.</summary>
public sealed class InternalCompilerException(string message, string? dump = null) : Exception(message)
{
    /// <summary>The graph at the time, as text, when there was one.</summary>
    public string? Dump { get; } = dump;
}
