namespace CompileModel.Frontend.Operators;

/// <summary>Imports Reciprocal.</summary>
public sealed class Reciprocal : UnaryImporter<IR.Operators.Reciprocal>;
