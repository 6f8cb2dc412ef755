namespace CompileModel.Publish;

/// <summary>An executable that was made.</summary>
/// <param name="Executable">Its path.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Steps">Each step with its duration, in order.</param>
public sealed record PublishResult(string Executable, long Bytes, IReadOnlyList<(string Title, TimeSpan Duration)> Steps);
