namespace CompileModel.Bench;

/// <summary>Something a user can put right: a wrong name, a missing tool, a program that failed. The message says what and how.</summary>
public sealed class BenchException(string message) : Exception(message);
