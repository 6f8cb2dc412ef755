namespace CompileModel.IR;

/// <summary>The operands of one node do not fit its operator; turned into a diagnostic that names the node.</summary>
public sealed class InferenceException(string code, string message, string? hint = null) : Exception(message)
{
    /// <summary>Diagnostic code.</summary>
    public string Code { get; } = code;

    /// <summary>The way out, when there is one.</summary>
    public string? Hint { get; } = hint;
}
