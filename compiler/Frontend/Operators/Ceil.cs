namespace CompileModel.Frontend.Operators;

/// <summary>Imports Ceil.</summary>
public sealed class Ceil : UnaryImporter<IR.Operators.Ceil>;
