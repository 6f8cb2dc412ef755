namespace CompileModel.Frontend.Operators;

/// <summary>Imports Cosh.</summary>
public sealed class Cosh : UnaryImporter<IR.Operators.Cosh>;
