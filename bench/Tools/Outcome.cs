namespace CompileModel.Bench.Tools;

/// <summary>What a program printed.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record Outcome(string Output, string Error);
