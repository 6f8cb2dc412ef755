namespace CompileModel.Frontend.Operators;

/// <summary>Imports Atanh.</summary>
public sealed class Atanh : UnaryImporter<IR.Operators.Atanh>;
