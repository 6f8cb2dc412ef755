namespace CompileModel.Frontend.Operators;

/// <summary>Imports Acosh.</summary>
public sealed class Acosh : UnaryImporter<IR.Operators.Acosh>;
