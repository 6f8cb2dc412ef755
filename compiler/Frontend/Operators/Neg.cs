namespace CompileModel.Frontend.Operators;

/// <summary>Imports Neg.</summary>
public sealed class Neg : UnaryImporter<IR.Operators.Neg>;
