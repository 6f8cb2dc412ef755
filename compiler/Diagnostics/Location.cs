namespace CompileModel.Diagnostics;

/// <summary>Where in the user's files a diagnostic points.</summary>
/// <param name="File">File name as the user gave it, or null.</param>
/// <param name="Node">Text such as <c>node 12 'conv1' Conv</c>, or null.</param>
public readonly record struct Location(string? File, string? Node = null)
{
    /// <summary><c>file(node)</c>, either part left out when unknown.</summary>
    public override string ToString() => Node is null ? File ?? "" : $"{File}({Node})";
}
