namespace CompileModel.Frontend.Operators;

/// <summary>Imports Sqrt.</summary>
public sealed class Sqrt : UnaryImporter<IR.Operators.Sqrt>;
