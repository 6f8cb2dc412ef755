namespace CompileModel.Frontend.Operators;

/// <summary>Imports Round.</summary>
public sealed class Round : UnaryImporter<IR.Operators.Round>;
