namespace CompileModel.Frontend.Operators;

/// <summary>Imports Softsign.</summary>
public sealed class Softsign : UnaryImporter<IR.Operators.Softsign>;
