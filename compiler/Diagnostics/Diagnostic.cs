namespace CompileModel.Diagnostics;

/// <summary>One problem or remark about a model, a target or the options, as the user reads it.</summary>
/// <param name="Code">Stable identifier; see <see cref="DiagnosticCodes"/>.</param>
/// <param name="Severity">Errors end the compilation with exit code 1.</param>
/// <param name="Message">What is wrong, naming operator, tensor, types and shapes.</param>
/// <param name="Location">Where: the file, or the node of a file.</param>
/// <param name="Hint">The way out, when there is one.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Message, Location Location = default, string? Hint = null)
{
    /// <summary>For instance <c>model.onnx(node 12 'conv1' Conv): error CM2002: ... ; hint: ...</c>.</summary>
    public override string ToString()
    {
        string where = Location.ToString();
        string head = where.Length == 0 ? "" : where + ": ";
        string kind = Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };
        return $"{head}{kind} {Code}: {Message}{(Hint is null ? "" : $" ; hint: {Hint}")}";
    }
}
