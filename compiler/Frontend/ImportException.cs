namespace CompileModel.Frontend;

/// <summary>One node cannot be imported; turned into a diagnostic that names the node.</summary>
public sealed class ImportException(string code, string message, string? hint = null) : Exception(message)
{
    /// <summary>Diagnostic code.</summary>
    public string Code { get; } = code;

    /// <summary>The way out, when there is one.</summary>
    public string? Hint { get; } = hint;
}
