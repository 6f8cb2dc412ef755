namespace CompileModel.Diagnostics;

/// <summary>What a diagnostic means.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Meaning">What happened, and why the compiler cares.</param>
/// <param name="Remedy">What the user can do.</param>
public sealed record Explanation(string Title, string Meaning, string Remedy);
