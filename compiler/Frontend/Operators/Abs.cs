namespace CompileModel.Frontend.Operators;

/// <summary>Imports Abs.</summary>
public sealed class Abs : UnaryImporter<IR.Operators.Abs>;
