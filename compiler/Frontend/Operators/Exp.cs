namespace CompileModel.Frontend.Operators;

/// <summary>Imports Exp.</summary>
public sealed class Exp : UnaryImporter<IR.Operators.Exp>;
